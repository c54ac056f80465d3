package io.ballast.sense.chain.anvil;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What anvil says while it starts.
 *
 * @param pid process id of anvil
 * @param port that it listens on
 */
record StartupOutput(long pid, int port) {
    private static final Pattern LISTENING = Pattern.compile("Listening on [^ ]*:(\\d+)");

    /** Reads until anvil listens, and goes on draining in the background so that it never blocks on a full pipe. */
    static StartupOutput read(BufferedReader lines, Duration timeout) {
        CompletableFuture<StartupOutput> started = new CompletableFuture<>();
        Thread.ofVirtual().name("anvil-output").start(() -> drain(lines, started));
        try {
            return started.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new AnvilException("anvil did not listen within " + timeout.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            throw new AnvilException(
                    "anvil did not start: " + started.exceptionNow().getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AnvilException("interrupted while anvil started", e);
        }
    }

    private static void drain(BufferedReader lines, CompletableFuture<StartupOutput> started) {
        long pid = 0;
        int port = 0;
        String last = "";
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher listening = LISTENING.matcher(line);
                if (line.startsWith(Keeper.PID)) {
                    pid = Long.parseLong(line.substring(Keeper.PID.length()));
                } else if (listening.find()) {
                    port = Integer.parseInt(listening.group(1));
                } else if (!line.isBlank()) {
                    last = line;
                }
                if (pid != 0 && port != 0) {
                    started.complete(new StartupOutput(pid, port));
                }
            }
            started.completeExceptionally(new IOException("it ended with: " + last));
        } catch (IOException e) {
            started.completeExceptionally(e);
        }
    }
}
