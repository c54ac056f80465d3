package io.ballast.act.execution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/** Makes the coming and going of a file survive a power cut. */
final class DurableFolder {
    private DurableFolder() {}

    /** Of the folder that holds the file. An interrupted thread stays interrupted. */
    static void sync(Path file) {
        boolean interrupted = Thread.interrupted();
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException(folder + ": cannot be made durable: " + e.getMessage(), e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
