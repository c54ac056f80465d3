package io.ballast.app.cli;

import io.ballast.sense.chain.ChainException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;

/**
 * What the rest of the house may throw at a verb, in words.
 *
 * @param lines one for each problem
 */
record Problems(int exitCode, List<String> lines) {

    static Optional<Problems> of(Throwable e) {
        return switch (e) {
            case UncheckedIOException io
            when io.getCause() instanceof FileSystemException file -> Optional.of(failed(words(file)));
            case UncheckedIOException io -> Optional.of(failed(String.valueOf(io.getMessage())));
            case FileSystemException file -> Optional.of(failed(words(file)));
            case ChainException chain -> Optional.of(failed(String.valueOf(chain.getMessage())));
            default -> Optional.empty();
        };
    }

    private static Problems failed(String line) {
        return new Problems(ExitCode.FAILED, List.of(line));
    }

    private static String words(FileSystemException e) {
        return switch (e) {
            case NoSuchFileException none -> none.getFile() + " does not exist";
            case AccessDeniedException denied -> denied.getFile() + " may not be read or written";
            default ->
                e.getFile() + ": " + (e.getReason() == null ? e.getClass().getSimpleName() : e.getReason());
        };
    }
}
