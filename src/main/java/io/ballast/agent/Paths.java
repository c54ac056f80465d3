package io.ballast.agent;

import java.nio.file.Path;

/** Resolves the paths of a file against its directory. */
record Paths(Path file) {
    Path of(Path written) {
        Path directory = file.getParent();
        return (directory == null ? written : directory.resolve(written)).normalize();
    }
}
