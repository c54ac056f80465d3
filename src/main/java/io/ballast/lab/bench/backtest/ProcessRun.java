package io.ballast.lab.bench.backtest;

import io.ballast.lab.bench.PeerUnavailableException;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * One process from its start to its end.
 *
 * @param seconds by the clock on the wall
 * @param peakBytes most memory that it had, as seen every few milliseconds; empty where the system does not tell
 */
record ProcessRun(double seconds, OptionalLong peakBytes) {
    private static final long TIMEOUT_SECONDS = 300;
    private static final long STEP_MILLIS = 2;

    /**
     * Runs a command in a folder, which takes the file {@code output}.
     *
     * @throws PeerUnavailableException if it fails or takes too long
     */
    static ProcessRun of(Path folder, List<String> command) throws IOException {
        File output = folder.resolve("output").toFile();
        long begun = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output)
                .start();
        try {
            OptionalLong peak = watched(process, begun);
            double seconds = (System.nanoTime() - begun) / 1e9;
            if (process.exitValue() != 0) {
                throw new PeerUnavailableException("the command line ended with status " + process.exitValue() + ": "
                        + Files.readAllLines(output.toPath()).stream()
                                .findFirst()
                                .orElse("no message"));
            }
            return new ProcessRun(seconds, peak);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PeerUnavailableException("interrupted while the command line ran", e);
        } finally {
            process.destroy();
        }
    }

    /** Waits for its end. */
    private static OptionalLong watched(Process process, long begun) throws InterruptedException {
        OptionalLong peak = OptionalLong.empty();
        while (!process.waitFor(STEP_MILLIS, TimeUnit.MILLISECONDS)) {
            OptionalLong seen = peakOf(process.pid());
            peak = seen.isPresent() ? seen : peak;
            if (System.nanoTime() - begun > TimeUnit.SECONDS.toNanos(TIMEOUT_SECONDS)) {
                throw new PeerUnavailableException("the command line did not end in " + TIMEOUT_SECONDS + " s");
            }
        }
        return peak;
    }

    /** What Linux kept as the highest so far. */
    private static OptionalLong peakOf(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst();
        } catch (IOException | UncheckedIOException e) {
            // It has ended, or there is no such folder on this system: what was seen before stays.
            return OptionalLong.empty();
        }
    }
}
