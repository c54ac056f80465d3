package io.ballast.lab.bench.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ballast.base.units.UInt256;
import io.ballast.lab.bench.SwapSet;
import io.ballast.sense.dex.ConcentratedPool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchFilesTest {
    private static final String POOL = """
            {"token0": "0x0000000000000000000000000000000000000001",
             "token1": "0x0000000000000000000000000000000000000002",
             "fee": 3000, "tickSpacing": 60, "sqrtPriceX96": "79228162514264337593543950336", "tick": 0,
             "liquidity": "1000", "ticks": [
               {"index": -60, "liquidityNet": "1000"}, {"index": 60, "liquidityNet": "-1000"}]}
            """;

    @TempDir
    private Path folder;

    @Test
    void readsAPoolAndSwaps() throws IOException {
        ConcentratedPool pool = BenchFiles.pool(file("pool.json", POOL));
        SwapSet set = BenchFiles.swaps(file("swaps.json", """
                [{"zeroForOne": true, "amountIn": "18446744073709551616", "amountOut": "5",
                  "sqrtPriceX96After": "6", "tickAfter": -7, "liquidityAfter": "8"}]
                """));

        assertThat(pool.ticks().size()).isEqualTo(2);
        assertThat(pool.liquidity()).isEqualTo(1000);
        assertThat(set.name()).isEqualTo("swaps.json");
        assertThat(set.swaps().get(0).amountIn()).isEqualTo(UInt256.ONE.shiftLeft(64));
        assertThat(set.expected().get(0).tick()).isEqualTo(-7);
    }

    @Test
    void refusesOtherFilesInOneLineThatNamesThem() throws IOException {
        refuses(file("none.json", "{}"));
        refuses(file("broken.json", "{\"token0\": "));
        refuses(file("sums.json", POOL.replace("\"-1000\"", "\"-999\"")));
        refuses(folder.resolve("absent.json"));
    }

    private static void refuses(Path file) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BenchFiles.pool(file))
                .withMessageContaining(file.toString());
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }
}
