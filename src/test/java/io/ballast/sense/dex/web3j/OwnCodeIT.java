package io.ballast.sense.dex.web3j;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.base.units.Bytes;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is checked in is the compiled form of the source. Needs npm. */
class OwnCodeIT {
    private static final Path ROOT = Path.of(System.getProperty("user.dir"));

    @Test
    void isWhatTheSourcesCompileTo() throws Exception {
        Map<String, Bytes> compiled = OwnCode.compiled(List.of(
                ROOT.resolve("src/main/solidity/TokenProbe.sol"),
                ROOT.resolve("src/main/solidity/V4Lens.sol"),
                ROOT.resolve("src/test/solidity/SolidlyPair.sol"),
                ROOT.resolve("src/test/solidity/QuirkyTokens.sol")));

        assertThat(compiled).hasSize(11);
        assertCommitted(compiled);
    }

    /** Its gas is paid by every read. */
    @Test
    void theLensIsOptimisedForManyRuns() throws Exception {
        Map<String, Bytes> compiled =
                OwnCode.compiled(1_000_000, List.of(ROOT.resolve("src/main/solidity/PoolLens.sol")));

        assertThat(compiled).containsOnlyKeys("PoolLens");
        assertCommitted(compiled);
    }

    private static void assertCommitted(Map<String, Bytes> compiled) {
        compiled.forEach(
                (name, code) -> assertThat(OwnCode.committed(name)).as(name).isEqualTo(code));
    }
}
