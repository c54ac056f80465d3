package io.ballast.base.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;

/** What is asked of the files themselves before they are read. */
public final class ConfigFiles {
    private static final int MOST_BYTES = 8 << 20;
    private static final Set<PosixFilePermission> OTHERS = Set.of(
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE,
            PosixFilePermission.OTHERS_EXECUTE,
            PosixFilePermission.GROUP_WRITE);

    private ConfigFiles() {}

    /** The content; empty with a problem if it is no regular file, cannot be read, or anybody may write it. */
    static Optional<byte[]> read(Path file, Problems problems) {
        Position at = Position.whole(file.toString());
        if (!Files.isRegularFile(file)) {
            problems.error(at, "", Files.exists(file) ? "is not a file" : "no such file");
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            if (permissions(file).contains(PosixFilePermission.OTHERS_WRITE)) {
                problems.error(at, "", "can be written by anybody, expected chmod o-w");
            }
            return Optional.of(in.readNBytes(MOST_BYTES));
        } catch (IOException e) {
            problems.error(at, "", "cannot be read: " + e.getMessage());
            return Optional.empty();
        }
    }

    /**
     * The file {@code directory/name.yaml}, which must lie in the directory even when links are followed.
     *
     * @return empty with a reason in {@code problems} at the place that named it
     */
    public static Optional<Path> named(Path directory, Name name, Position at, String path, Problems problems) {
        Path file = directory.resolve(name.text() + ".yaml");
        try {
            if (!Files.exists(file)) {
                problems.error(at, path, "no file " + file + Listing.hint(directory, name.text()));
                return Optional.empty();
            }
            if (!file.toRealPath().startsWith(directory.toRealPath())) {
                problems.error(at, path, file + " is a link that leads out of " + directory);
                return Optional.empty();
            }
            return Optional.of(file);
        } catch (IOException e) {
            problems.error(at, path, file + " cannot be read: " + e.getMessage());
            return Optional.empty();
        }
    }

    /**
     * Asks of a file that holds a secret that it exists and that nobody but its owner and its group can read it and nobody but its
     * owner can change it.
     *
     * @return what is wrong, or empty
     */
    public static Optional<String> exposed(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.of(Files.exists(file) ? file + " is not a file" : "no file " + file);
        }
        try {
            boolean open = permissions(file).stream().anyMatch(OTHERS::contains);
            return open ? Optional.of(file + " is open to others, expected chmod 600") : Optional.empty();
        } catch (IOException e) {
            return Optional.of(file + " cannot be looked at: " + e.getMessage());
        }
    }

    /** Where the file system knows no such permissions there is nothing to ask. */
    private static Set<PosixFilePermission> permissions(Path file) throws IOException {
        return Files.getFileStore(file).supportsFileAttributeView("posix")
                ? Files.getPosixFilePermissions(file)
                : Set.of();
    }
}
