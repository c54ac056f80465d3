package io.ballast.base.config;

/**
 * Where something stands in a file.
 *
 * @param file as the user named it
 * @param line from 1; 0 means the file as a whole
 * @param column from 1, in characters
 */
public record Position(String file, int line, int column) {
    /** The file as a whole. */
    public static Position whole(String file) {
        return new Position(file, 0, 0);
    }

    @Override
    public String toString() {
        return line == 0 ? file : file + ":" + line + ":" + column;
    }
}
