package io.ballast.lab.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A disk without room, for this whole process and by the kernel: no file may grow beyond a size. A write that crosses it is cut
 * short and the next one fails, as on a disk that runs full, whoever makes it. Needs no rights; Linux only.
 */
final class FullDisk implements AutoCloseable {
    private final Path file;
    private boolean full;

    /** @param file whose present size is the limit, once there is no more room */
    FullDisk(Path file) {
        this.file = file;
    }

    /** From now on. */
    void fill() {
        try {
            limit(Files.exists(file) ? Long.toString(Files.size(file)) : "0");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        full = true;
    }

    boolean full() {
        return full;
    }

    /** There is room again. */
    @Override
    public void close() {
        limit("unlimited");
    }

    private static void limit(String bytes) {
        String process = Long.toString(ProcessHandle.current().pid());
        try {
            Process prlimit = new ProcessBuilder("prlimit", "--pid", process, "--fsize=" + bytes + ":")
                    .redirectErrorStream(true)
                    .start();
            String said = new String(prlimit.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (prlimit.waitFor() != 0) {
                throw new IllegalStateException("prlimit: " + said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the disk was filled", e);
        }
    }
}
