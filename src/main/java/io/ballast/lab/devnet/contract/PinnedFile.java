package io.ballast.lab.devnet.contract;

/**
 * One file wanted from a package.
 *
 * @param name unique name in the cache
 * @param path inside the package, with {@code /}
 * @param sha256 of the content, 64 lower-case hex digits
 */
public record PinnedFile(String name, String path, String sha256) {
    public PinnedFile {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
            throw new IllegalArgumentException("cache name must be a plain file name, was \"" + name + "\"");
        }
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("sha256 must be 64 hex digits, was \"" + sha256 + "\"");
        }
    }
}
