package io.ballast.act.wallet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/** Reads and makes small files that nobody but their owner may read. */
public final class PrivateFile {
    private static final int LARGEST = 64 << 10;
    private static final Set<PosixFilePermission> OWNER =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private PrivateFile() {}

    /**
     * The content; the caller wipes it.
     *
     * @throws KeystoreException if group or others may read or write it, or it is no regular file of at most 64 KiB
     */
    public static byte[] read(Path file) {
        try {
            requirePrivate(file, attributes(file));
            try (SeekableByteChannel channel = Files.newByteChannel(file)) {
                return read(file, channel);
            }
        } catch (IOException e) {
            throw new KeystoreException(
                    file + ": cannot be read: " + e.getClass().getSimpleName());
        }
    }

    /**
     * Makes a file of mode 0600: it appears whole or not at all, and replaces nothing.
     *
     * @param check opens the finished draft before it gets its name
     * @throws KeystoreException if the file exists or cannot be written
     */
    public static void create(Path file, byte[] content, Consumer<Path> check) {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        try {
            // Made with mode 0600 by the platform.
            Path draft = Files.createTempFile(folder, ".new-", ".tmp");
            try {
                write(draft, content);
                check.accept(draft);
                // A link, unlike a move, never replaces a file.
                Files.createLink(file, draft);
            } finally {
                Files.delete(draft);
            }
            sync(folder);
        } catch (FileAlreadyExistsException e) {
            throw new KeystoreException(file + ": exists already");
        } catch (IOException e) {
            throw new KeystoreException(
                    file + ": cannot be written: " + e.getClass().getSimpleName());
        }
    }

    private static void write(Path draft, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    private static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** As {@code ls} writes it: {@code rw-------}. */
    public static String mode(Path file) {
        try {
            return PosixFilePermissions.toString(attributes(file).permissions());
        } catch (IOException e) {
            throw new KeystoreException(
                    file + ": cannot be read: " + e.getClass().getSimpleName());
        }
    }

    private static byte[] read(Path file, SeekableByteChannel channel) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(LARGEST + 1);
        while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
            // Read until the end, or until it is too much.
        }
        byte[] content = Arrays.copyOf(buffer.array(), buffer.position());
        Arrays.fill(buffer.array(), (byte) 0);
        if (content.length > LARGEST) {
            throw new KeystoreException(file + ": is larger than " + LARGEST + " bytes");
        }
        return content;
    }

    private static PosixFileAttributes attributes(Path file) throws IOException {
        try {
            return Files.readAttributes(file, PosixFileAttributes.class);
        } catch (NoSuchFileException e) {
            throw new KeystoreException(file + ": there is no such file");
        } catch (UnsupportedOperationException e) {
            throw new KeystoreException(file + ": this file system does not say who may read it");
        }
    }

    private static void requirePrivate(Path file, PosixFileAttributes attributes) {
        if (!attributes.isRegularFile()) {
            throw new KeystoreException(file + ": is not a regular file");
        }
        if (!OWNER.containsAll(attributes.permissions())) {
            throw new KeystoreException(file + ": has mode " + PosixFilePermissions.toString(attributes.permissions())
                    + ", others than its owner may use it; run: chmod 600 " + file);
        }
    }
}
