package io.ballast.agent.control;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Speaks to the control endpoint of an agent on this machine. */
public final class ControlClient {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private final int port;
    private final Path tokenFile;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    public ControlClient(int port, Path tokenFile) {
        this.port = port;
        this.tokenFile = tokenFile;
    }

    /** Status and body of an answer. */
    public record Answer(int status, String body) {
        public boolean good() {
            return status == 200 || status == 202;
        }
    }

    /** What the agent says of itself; empty if none is running. */
    public Optional<Answer> status() {
        return ask("/status", "GET", "");
    }

    /** Asks that trading go on; empty if none is running. */
    public Optional<Answer> resume() {
        return ask("/resume", "POST", "");
    }

    private Optional<Answer> ask(String path, String method, String body) {
        if (Files.notExists(tokenFile)) {
            return Optional.empty();
        }
        var request = java.net.http.HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(PATIENCE)
                .header("Authorization", ControlToken.read(tokenFile).bearer())
                .method(method, java.net.http.HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> answer =
                    http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return Optional.of(new Answer(answer.statusCode(), answer.body()));
        } catch (ConnectException e) {
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(new Answer(0, "no answer from port " + port + ": " + e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(new Answer(0, "interrupted"));
        }
    }
}
