package io.ballast.agent.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ballast.act.execution.KillSwitch;
import io.ballast.act.risk.TradingState;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** F63: the control endpoint against everything that strangers may send. */
class ControlServerTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    @TempDir
    Path folder;

    private final AtomicReference<Instant> clock = new AtomicReference<>(NOW);
    private KillSwitch killSwitch;
    private ControlDesk desk;
    private ControlServer server;
    private String bearer = "";

    @BeforeEach
    void serve() {
        killSwitch = KillSwitch.of(folder.resolve("journal.db"), clock::get);
        desk = new ControlDesk(killSwitch, clock::get, "paper", Duration.ofHours(1));
        ControlToken token = ControlToken.readOrMake(folder.resolve("token"));
        bearer = token.bearer();
        server = ControlServer.start(0, token, desk);
    }

    @AfterEach
    void end() {
        server.close();
    }

    @Test
    void f63HaltsAndResumesForTheOwner() throws Exception {
        String halted = ask("POST", "/halt", bearer, "by \u001b[31mhand\n");
        assertThat(halted).startsWith("HTTP/1.1 200 ").contains("\"trading\": \"HALTED\"");
        assertThat(killSwitch.stopped()).contains("by the control endpoint: by [31mhand");
        assertThat(KillSwitch.fileOf(folder.resolve("journal.db"))).exists();

        assertThat(ask("POST", "/resume", bearer, "")).startsWith("HTTP/1.1 202 ");
        assertThat(killSwitch.stopped()).isEmpty();
        assertThat(desk.takeWish()).contains("by the control endpoint");
        assertThat(desk.takeWish()).isEmpty();
    }

    @Test
    void f63AHaltAfterAResumeWins() throws Exception {
        ask("POST", "/resume", bearer, "");
        ask("POST", "/halt", bearer, "");
        assertThat(desk.takeWish()).isEmpty();
        assertThat(killSwitch.stopped()).isPresent();
    }

    @Test
    void f63TellsTheTruthAboutItsHealth() throws Exception {
        assertThat(health()).startsWith("HTTP/1.1 503 ").contains("starting");
        desk.cycled(pulse(true, TradingState.ACTIVE));
        assertThat(health()).startsWith("HTTP/1.1 200 ").contains("\"ok\"");
        desk.heads(Optional.of("no node answers"));
        assertThat(health()).startsWith("HTTP/1.1 503 ").contains("blind");
        desk.heads(Optional.empty());
        desk.cycled(pulse(false, TradingState.ACTIVE));
        assertThat(health()).startsWith("HTTP/1.1 503 ").contains("blind");
        desk.cycled(pulse(true, TradingState.HALTED));
        assertThat(health()).startsWith("HTTP/1.1 503 ").contains("halted");
        desk.cycled(pulse(true, TradingState.ACTIVE));
        clock.set(NOW.plus(Duration.ofHours(2)).plusSeconds(61));
        assertThat(health()).startsWith("HTTP/1.1 503 ").contains("stuck");
        clock.set(NOW);
        killSwitch.engage("test");
        assertThat(health()).startsWith("HTTP/1.1 503 ").contains("halted");
        desk.end();
        assertThat(health()).startsWith("HTTP/1.1 503 ").contains("ended");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer ",
                "Bearer x",
                "Basic eDp4",
                "bearer",
                "Bearer 00000000000000000000000000000000"
            })
    void f63WithoutTheTokenThereIsNothing(String wrong) throws Exception {
        for (String path :
                List.of("/status", "/halt", "/resume", "/", "/../etc/passwd", "/health/../halt", "/%68alt")) {
            assertThat(ask(path.equals("/status") ? "GET" : "POST", path, wrong, ""))
                    .as(path)
                    .startsWith("HTTP/1.1 401 ")
                    .contains("WWW-Authenticate: Bearer");
        }
        assertThat(killSwitch.stopped()).isEmpty();
        assertThat(desk.takeWish()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/../token", "/..%2ftoken", "/halt/", "/halt?x=1", "//halt", "/HALT", "http://x/halt"})
    void f63LeadsNowhereElse(String path) throws Exception {
        assertThat(ask("POST", path, bearer, "")).startsWith("HTTP/1.1 404 ").doesNotContain(bearer.substring(7));
        assertThat(killSwitch.stopped()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "OPTIONS", "HEAD", "DELETE", "TRACE"})
    void f63OneMethodForEachPath(String method) throws Exception {
        assertThat(ask(method, "/halt", bearer, "")).startsWith("HTTP/1.1 405 ");
        assertThat(killSwitch.stopped()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:PORT",
                "127.0.0.1",
                "127.0.0.1:1",
                "127.0.0.2:PORT",
                ":PORT",
                "localhost.evil:PORT"
            })
    void f63RefusesAHostThatWasMadeToPointHere(String host) throws Exception {
        String head = "POST /halt HTTP/1.1\r\nHost: " + host.replace("PORT", "" + server.port()) + "\r\nAuthorization: "
                + bearer + "\r\n\r\n";
        assertThat(raw(head.getBytes(StandardCharsets.US_ASCII))).startsWith("HTTP/1.1 403 ");
        assertThat(killSwitch.stopped()).isEmpty();
    }

    @Test
    void f63RefusesPagesOfOtherOriginsAndInvitesNone() throws Exception {
        String head = "POST /halt HTTP/1.1\r\nHost: localhost:" + server.port() + "\r\nOrigin: http://localhost:"
                + server.port() + "\r\nAuthorization: " + bearer + "\r\n\r\n";
        assertThat(raw(head.getBytes(StandardCharsets.US_ASCII))).startsWith("HTTP/1.1 403 ");
        assertThat(ask("GET", "/health", "", "").toLowerCase(java.util.Locale.ROOT))
                .doesNotContain("access-control");
        assertThat(killSwitch.stopped()).isEmpty();
    }

    @Test
    void f63ReadsNoLargeBody() throws Exception {
        String head = "POST /halt HTTP/1.1\r\nHost: localhost:" + server.port() + "\r\nAuthorization: " + bearer
                + "\r\nContent-Length: 1073741824\r\n\r\n" + "x".repeat(200_000);
        assertThat(raw(head.getBytes(StandardCharsets.US_ASCII))).startsWith("HTTP/1.1 413 ");
        assertThat(raw(head.replace(": 1073741824", ": 99999999999999999999").getBytes(StandardCharsets.US_ASCII)))
                .startsWith("HTTP/1.1 400 ");
        assertThat(raw(head.replace("Content-Length: 1073741824", "Transfer-Encoding: chunked")
                        .getBytes(StandardCharsets.US_ASCII)))
                .startsWith("HTTP/1.1 411 ");
        assertThat(raw(("GET /" + "a".repeat(9_000) + " HTTP/1.1\r\n\r\n").getBytes(StandardCharsets.US_ASCII)))
                .startsWith("HTTP/1.1 431 ");
        assertThat(killSwitch.stopped()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\r\n\r\n",
                "GET\r\n\r\n",
                "GET /health\r\n\r\n",
                "GET  /health HTTP/1.1\r\n\r\n",
                "GET /health HTTP/2\r\n\r\n",
                "GET /health HTTP/1.1\r\nHost\r\n\r\n",
                "GET /health HTTP/1.1\r\n Host: x\r\n\r\n",
                "GET /health HTTP/1.1\r\nHost: a\r\nhost: b\r\n\r\n"
            })
    void f63AnswersNonsenseWith400(String text) throws Exception {
        assertThat(raw(text.getBytes(StandardCharsets.US_ASCII))).startsWith("HTTP/1.1 400 ");
    }

    /** A hundred connections drip a byte now and then; the owner's halt is in force within a second all the same. */
    @Test
    void f63SlowConnectionsKeepNobodyOut() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 100; i++) {
                Socket socket = connect();
                socket.getOutputStream().write("POST /halt HT".getBytes(StandardCharsets.US_ASCII));
                slow.add(socket);
            }
            long start = System.nanoTime();
            assertThat(ask("POST", "/halt", bearer, "now")).startsWith("HTTP/1.1 200 ");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
            Socket first = slow.getFirst();
            first.setSoTimeout(20_000);
            assertThat(new String(first.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 408 ");
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    /** Strangers are slowed down; the owner is not, and the loop does not wait for any of it. */
    @Test
    void f63AFloodIsCutOffAndTheOwnerHeard() throws Exception {
        Map<String, Integer> answers = new HashMap<>();
        for (int i = 0; i < 2_000; i++) {
            answers.merge(ask("POST", "/halt", "Bearer wrong", "").substring(9, 12), 1, Integer::sum);
        }
        assertThat(answers.keySet()).containsExactlyInAnyOrder("401", "429");
        assertThat(answers.get("429")).isGreaterThan(1_000);
        assertThat(killSwitch.stopped()).isEmpty();
        desk.cycled(pulse(true, TradingState.ACTIVE));
        assertThat(ask("POST", "/halt", bearer, "now")).startsWith("HTTP/1.1 200 ");
        await().until(() -> health().startsWith("HTTP/1.1 503 "));
    }

    @Test
    void listensOnThisMachineOnly() throws Exception {
        String port = String.format(":%04X", server.port());
        List<String> listening = new ArrayList<>();
        for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            Files.readAllLines(Path.of(table)).stream()
                    .map(line -> line.strip().split(" +"))
                    .filter(words -> words[1].endsWith(port) && words[3].equals("0A"))
                    .forEach(words -> listening.add(words[1]));
        }
        assertThat(listening).singleElement().asString().endsWith("0100007F" + port);
    }

    private static Pulse pulse(boolean answered, TradingState trading) {
        return new Pulse(
                NOW, answered, trading, trading == TradingState.ACTIVE ? "" : "test", Optional.empty(), "note");
    }

    private String health() throws IOException {
        return ask("GET", "/health", "", "");
    }

    private String ask(String method, String path, String authorization, String body) throws IOException {
        String head = method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + server.port() + "\r\n"
                + (authorization.isEmpty() ? "" : "Authorization: " + authorization + "\r\n")
                + (body.isEmpty() ? "" : "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\n")
                + "\r\n";
        return raw((head + body).getBytes(StandardCharsets.UTF_8));
    }

    private String raw(byte[] request) throws IOException {
        try (Socket socket = connect()) {
            OutputStream out = socket.getOutputStream();
            try {
                out.write(request);
            } catch (IOException tooMuch) {
                assertThat(request.length).as(tooMuch.getMessage()).isGreaterThan(10_000);
            }
            socket.setSoTimeout(20_000);
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Socket connect() throws IOException {
        return new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), server.port());
    }
}
