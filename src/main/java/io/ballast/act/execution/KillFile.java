package io.ballast.act.execution;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/** A file that stops the agent by being there; what it holds is only the reason. Thread-safe. */
record KillFile(Path path) {
    private static final int MOST = 1_000;

    /** Only a clear "there is none" is an absence: a folder that cannot be looked into stops too. */
    boolean exists() {
        return !Files.notExists(path, LinkOption.NOFOLLOW_LINKS);
    }

    /** The reason; empty if there is no file. */
    Optional<String> read() {
        return exists() ? Optional.of(reason()) : Optional.empty();
    }

    private String reason() {
        String text = Files.isRegularFile(path) ? content() : "";
        return text.isEmpty() ? "the file " + path + " is there" : text;
    }

    private String content() {
        try (InputStream in = Files.newInputStream(path)) {
            String text = new String(in.readNBytes(MOST), StandardCharsets.UTF_8);
            // Whoever wrote it: one line, no control characters.
            return text.replaceAll("[\\p{C}\\s]+", " ").strip();
        } catch (IOException e) {
            // Being there is enough.
            return "the file " + path + " is there and cannot be read";
        }
    }

    /** Durable when this returns. No channel: those close when their thread is interrupted. */
    void write(String reason) {
        try {
            Files.createDirectories(Objects.requireNonNull(path.toAbsolutePath().getParent()));
            put(reason);
        } catch (IOException e) {
            throw new UncheckedIOException(path + ": cannot be written: " + e.getMessage(), e);
        }
        DurableFolder.sync(path);
    }

    private void put(String reason) throws IOException {
        try (FileOutputStream out = new FileOutputStream(path.toFile())) {
            out.write((reason + "\n").getBytes(StandardCharsets.UTF_8));
            out.getFD().sync();
        }
    }

    void remove() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(path + ": cannot be removed: " + e.getMessage(), e);
        }
        DurableFolder.sync(path);
    }
}
