package io.ballast.sense.chain.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.base.units.Bytes;
import io.ballast.sense.dex.web3j.OwnCode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TestContractIT {
    private static final List<String> NAMES = List.of("OpGasPriceOracle", "NitroArbSys", "NitroNodeInterface");

    @Test
    void theCodeOfEachIsWhatItsSourceCompilesTo() throws Exception {
        Path sources = Path.of(System.getProperty("user.dir"), "src/test/solidity");
        Map<String, Bytes> compiled = OwnCode.compiled(
                NAMES.stream().map(name -> sources.resolve(name + ".sol")).toList());
        for (String name : NAMES) {
            assertThat(compiled.get(name)).as(name).isEqualTo(TestContract.code(name));
        }
    }
}
