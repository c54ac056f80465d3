package io.ballast.lab.devnet.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractCacheTest {
    private static final String ARTIFACT = "{\"bytecode\": \"0x6001\"}";

    @TempDir
    private Path home;

    @Test
    void fetchesOnceAndReadsTheCacheAfterwards() throws IOException {
        Npm npm = npmThatServes(tarball(ARTIFACT));
        ContractPins pins = pins(tarball(ARTIFACT));
        assertThat(new ContractCache(home, pins, npm).load().creation("A").hex())
                .isEqualTo("0x6001");
        Npm broken = new Npm("no-such-npm", Duration.ofSeconds(5));
        assertThat(new ContractCache(home, pins, broken).load().creation("A").hex())
                .isEqualTo("0x6001");
        assertThat(directories()).containsExactly(pins.id());
    }

    @Test
    void refusesATarballThatIsNotThePinnedOne() throws IOException {
        Npm npm = npmThatServes(tarball(ARTIFACT.replace("6001", "6002")));
        ContractCache cache = new ContractCache(home, pins(tarball(ARTIFACT)), npm);
        assertThatThrownBy(cache::load)
                .isInstanceOf(ContractsUnavailableException.class)
                .hasMessageContaining("refused some-package@1.0.0")
                .hasMessageContaining("SHA-512");
        assertThat(directories()).isEmpty();
    }

    @Test
    void refusesAFileThatIsNotThePinnedOne() throws IOException {
        byte[] tarball = tarball(ARTIFACT);
        ContractPins wrongFile = pins(tarball, "A.json build/A.json " + "0".repeat(64));
        ContractPins noFile = pins(tarball, "A.json build/B.json " + "0".repeat(64));
        Npm npm = npmThatServes(tarball);
        assertThatThrownBy(new ContractCache(home, wrongFile, npm)::load)
                .hasMessageContaining("not the pinned content");
        assertThatThrownBy(new ContractCache(home, noFile, npm)::load).hasMessageContaining("is missing");
    }

    @Test
    void fetchesAgainWhatWasDamaged() throws IOException {
        ContractPins pins = pins(tarball(ARTIFACT));
        ContractCache cache = new ContractCache(home, pins, npmThatServes(tarball(ARTIFACT)));
        cache.load();
        Path cached = home.resolve("contracts").resolve(pins.id()).resolve("A.json");
        Files.writeString(cached, ARTIFACT.replace("6001", "60ff"));
        assertThat(cache.load().creation("A").hex()).isEqualTo("0x6001");
        assertThat(cached).hasContent(ARTIFACT);
    }

    @Test
    void saysInOneLineThatNpmIsMissing() {
        Npm none = new Npm("no-such-npm", Duration.ofSeconds(5));
        assertThatThrownBy(new ContractCache(home, pins(tarball(ARTIFACT)), none)::load)
                .isInstanceOf(ContractsUnavailableException.class)
                .hasMessageStartingWith("npm not found")
                .message()
                .doesNotContain("\n");
    }

    @Test
    void saysInOneLineWhatNpmComplainedOf() throws IOException {
        Npm failing = script("echo 'npm warn nothing' >&2; echo 'npm error network down' >&2; exit 7");
        assertThatThrownBy(new ContractCache(home, pins(tarball(ARTIFACT)), failing)::load)
                .hasMessageContaining("status 7")
                .hasMessageContaining("npm error network down");
    }

    @Test
    void givesUpOnAnNpmThatHangs() throws IOException {
        Npm hanging = new Npm(script("exec sleep 60").command(), Duration.ofMillis(300));
        assertThatThrownBy(new ContractCache(home, pins(tarball(ARTIFACT)), hanging)::load)
                .hasMessageContaining("did not fetch");
    }

    @Test
    void keepsItsHomeWhereTheEnvironmentSays() {
        assertThat(ContractCache.home(Map.of(), Path.of("/u"))).isEqualTo(Path.of("/u/.ballast"));
        assertThat(ContractCache.home(Map.of("BALLAST_HOME", "/b"), Path.of("/u")))
                .isEqualTo(Path.of("/b"));
    }

    private static byte[] tarball(String artifact) {
        return new TarFile().file("package/build/A.json", artifact).gzipped();
    }

    private static ContractPins pins(byte[] tarball) {
        String sha256 = Digests.sha256(ARTIFACT.getBytes(StandardCharsets.UTF_8));
        return pins(tarball, "A.json build/A.json " + sha256);
    }

    private static ContractPins pins(byte[] tarball, String file) {
        return ContractPins.parse("package some-package 1.0.0 " + Digests.sha512(tarball) + "\nfile " + file);
    }

    /** Called as {@code npm pack --silent --ignore-scripts --pack-destination DIR some-package@1.0.0}. */
    private Npm npmThatServes(byte[] tarball) throws IOException {
        Path served = Files.write(home.resolve("served.tgz"), tarball);
        return script("cp " + served + " \"$5/some-package-1.0.0.tgz\"");
    }

    private Npm script(String body) throws IOException {
        Path script = Files.writeString(home.resolve("npm"), "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        return new Npm(script.toString(), Duration.ofSeconds(30));
    }

    private List<String> directories() throws IOException {
        try (var paths = Files.list(home.resolve("contracts"))) {
            return paths.map(p -> p.getFileName().toString()).toList();
        }
    }
}
