package io.ballast.lab.devnet.contract;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The artifacts of the pinned packages, in {@code <home>/contracts/<pins id>/}. They are downloaded once; every file is
 * verified on every load. Several processes may load at the same time: the directory appears whole, by a rename.
 */
public final class ContractCache {
    private static final Logger LOG = LoggerFactory.getLogger(ContractCache.class);

    private final Path root;
    private final ContractPins pins;
    private final Npm npm;

    /** @param home where Ballast keeps what it downloads, usually {@code ~/.ballast} */
    public ContractCache(Path home, ContractPins pins, Npm npm) {
        this.root = home.resolve("contracts");
        this.pins = pins;
        this.npm = npm;
    }

    /** {@code $BALLAST_HOME}, or {@code ~/.ballast}. */
    public static Path home(Map<String, String> environment, Path userHome) {
        String set = environment.getOrDefault("BALLAST_HOME", "");
        return set.isBlank() ? userHome.resolve(".ballast") : Path.of(set);
    }

    /**
     * The artifacts, downloaded first if they are not there or not right.
     *
     * @throws ContractsUnavailableException in one line
     */
    public Artifacts load() {
        try {
            Map<String, byte[]> cached = cached();
            if (cached.isEmpty() && Files.exists(directory())) {
                LOG.warn("the contract cache {} is damaged; fetching it again", directory());
            }
            return new Artifacts(cached.isEmpty() ? fetched() : cached);
        } catch (IOException e) {
            throw new ContractsUnavailableException("cannot use the contract cache " + root + ": " + e, e);
        }
    }

    private Path directory() {
        return root.resolve(pins.id());
    }

    /** All files, or none if one is missing or fails its hash. */
    private Map<String, byte[]> cached() throws IOException {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        for (PinnedFile file : pins.files()) {
            Path path = directory().resolve(file.name());
            if (!Files.isRegularFile(path)) {
                return Map.of();
            }
            byte[] content = Files.readAllBytes(path);
            if (!Digests.sha256(content).equals(file.sha256())) {
                return Map.of();
            }
            contents.put(file.name(), content);
        }
        return contents;
    }

    private Map<String, byte[]> fetched() throws IOException {
        Files.createDirectories(root);
        Path download = Files.createTempDirectory(root, "download-");
        try {
            LOG.info("fetching the contract packages with npm into {}", directory());
            npm.pack(pins.packages(), download);
            Map<String, byte[]> contents = new LinkedHashMap<>();
            for (PinnedPackage pinned : pins.packages()) {
                contents.putAll(unpacked(pinned, download.resolve(pinned.tarball())));
            }
            store(contents, download.resolve("ready"));
            return contents;
        } finally {
            delete(download);
        }
    }

    private static Map<String, byte[]> unpacked(PinnedPackage pinned, Path tarball) throws IOException {
        String sha512 = Digests.sha512(Files.readAllBytes(tarball));
        if (!sha512.equals(pinned.sha512())) {
            throw new ContractsUnavailableException(
                    "refused " + pinned.coordinate() + ": its SHA-512 is " + sha512.substring(0, 16) + "…, pinned is "
                            + pinned.sha512().substring(0, 16) + "…");
        }
        Set<String> wanted =
                pinned.files().stream().map(f -> "package/" + f.path()).collect(Collectors.toSet());
        Map<String, byte[]> contents = new LinkedHashMap<>();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(tarball))) {
            Map<String, byte[]> found = TarReader.read(in, wanted);
            for (PinnedFile file : pinned.files()) {
                contents.put(file.name(), checked(pinned, file, found.get("package/" + file.path())));
            }
        }
        return contents;
    }

    private static byte[] checked(
            PinnedPackage pinned, PinnedFile file, byte @org.jspecify.annotations.Nullable [] content) {
        if (content == null || !Digests.sha256(content).equals(file.sha256())) {
            throw new ContractsUnavailableException("refused " + pinned.coordinate() + ": " + file.path()
                    + (content == null ? " is missing" : " is not the pinned content"));
        }
        return content;
    }

    private void store(Map<String, byte[]> contents, Path ready) throws IOException {
        Files.createDirectory(ready);
        for (Map.Entry<String, byte[]> entry : contents.entrySet()) {
            Files.write(ready.resolve(entry.getKey()), entry.getValue());
        }
        if (Files.exists(directory()) && cached().isEmpty()) {
            delete(directory());
        }
        try {
            Files.move(ready, directory(), StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            LOG.debug("another process has filled {} first", directory(), e);
        } catch (AtomicMoveNotSupportedException e) {
            throw new IOException("cannot rename within " + root, e);
        }
    }

    private static void delete(Path directory) throws IOException {
        try (var paths = Files.walk(directory)) {
            List<Path> deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        }
    }
}
