package io.ballast.lab.devnet.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Which files of which packages make the devnet's contracts. The text form has one line {@code package NAME VERSION SHA512}
 * followed by its lines {@code file NAME PATH SHA256}; empty lines and lines that start with {@code #} say nothing.
 *
 * @param id changes with every change of the pins; names the cache's directory
 */
public record ContractPins(String id, List<PinnedPackage> packages) {
    private static final String RESOURCE = "contracts.pins";

    public ContractPins {
        packages = List.copyOf(packages);
    }

    /** The pins this build was tested with. */
    public static ContractPins builtIn() {
        try (InputStream in = ContractPins.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the class path lacks " + RESOURCE);
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + RESOURCE, e);
        }
    }

    /** @throws IllegalArgumentException naming the first line that is wrong */
    public static ContractPins parse(String text) {
        List<PinnedPackage> packages = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) {
                add(packages, line.strip().split("\\s+", -1), number);
            }
        }
        String id = Digests.sha256(text.getBytes(StandardCharsets.UTF_8)).substring(0, 16);
        return new ContractPins(id, packages);
    }

    public List<PinnedFile> files() {
        return packages.stream().flatMap(p -> p.files().stream()).toList();
    }

    private static void add(List<PinnedPackage> packages, String[] words, int line) {
        if (words.length != 4) {
            throw new IllegalArgumentException("pins line " + line + ": expected 4 words, had " + words.length);
        }
        if (words[0].equals("package")) {
            packages.add(new PinnedPackage(words[1], words[2], words[3], List.of()));
        } else if (words[0].equals("file") && !packages.isEmpty()) {
            PinnedPackage last = packages.removeLast();
            List<PinnedFile> files = new ArrayList<>(last.files());
            files.add(new PinnedFile(words[1], words[2], words[3]));
            packages.add(new PinnedPackage(last.name(), last.version(), last.sha512(), files));
        } else {
            throw new IllegalArgumentException("pins line " + line + ": expected a package or a file of one");
        }
    }
}
