package io.ballast.lab.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** The least that durable writing costs on a disk: texts at the end of a file, an fsync after each commit. Used by one thread. */
record PlainFile(FileChannel channel) implements AutoCloseable {
    static PlainFile in(Path folder) throws IOException {
        return new PlainFile(
                FileChannel.open(folder.resolve("plain"), StandardOpenOption.CREATE_NEW, StandardOpenOption.APPEND));
    }

    /** Nanoseconds it took. */
    long append(List<List<String>> commits) {
        long start = System.nanoTime();
        try {
            for (List<String> texts : commits) {
                channel.write(ByteBuffer.wrap(String.join("", texts).getBytes(StandardCharsets.UTF_8)));
                channel.force(false);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return System.nanoTime() - start;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
