package io.ballast.lab.devnet.contract;

import java.util.List;

/**
 * An npm package whose tarball is known by its hash.
 *
 * @param name with scope, {@code @uniswap/v3-core}
 * @param sha512 of the tarball, 128 lower-case hex digits
 */
public record PinnedPackage(String name, String version, String sha512, List<PinnedFile> files) {
    public PinnedPackage {
        files = List.copyOf(files);
        if (!name.matches("(@[a-z0-9-]+/)?[a-z0-9.-]+") || !version.matches("[0-9A-Za-z.+-]+")) {
            throw new IllegalArgumentException("not an npm package: " + name + "@" + version);
        }
        if (!sha512.matches("[0-9a-f]{128}")) {
            throw new IllegalArgumentException("sha512 of " + name + " must be 128 hex digits");
        }
    }

    /** What npm is asked for. */
    public String coordinate() {
        return name + "@" + version;
    }

    /** The name {@code npm pack} gives the tarball. */
    public String tarball() {
        return name.replace("@", "").replace('/', '-') + "-" + version + ".tgz";
    }
}
