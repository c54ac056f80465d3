package io.ballast.lab.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.base.units.Bytes;
import io.ballast.sense.dex.web3j.OwnCode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is checked in is the compiled form of the source. Needs npm. */
class QuirkProxiesIT {
    @Test
    void theCodeOfEachIsWhatItsSourceCompilesTo() throws Exception {
        Path source = Path.of(System.getProperty("user.dir"), "src/test/solidity/QuirkProxies.sol");
        Map<String, Bytes> compiled = OwnCode.compiled(List.of(source));
        assertThat(compiled).hasSize(12);
        compiled.forEach((name, code) -> assertThat(Quirk.code(name)).as(name).isEqualTo(code));
    }
}
