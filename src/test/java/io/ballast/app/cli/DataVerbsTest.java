package io.ballast.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ballast data import|list|verify}. */
class DataVerbsTest {
    @TempDir
    Path directory;

    private Path prices;
    private String store;

    @BeforeEach
    void writePrices() throws IOException {
        StringBuilder text = new StringBuilder("time,open,high,low,close,volume,next_return\n");
        double[] closes = new double[60];
        for (int i = 0; i < closes.length; i++) {
            closes[i] = 100 + 3 * Math.sin(i * 1.7);
        }
        for (int i = 0; i < closes.length - 1; i++) {
            long time = 1_700_002_800L + 3600L * (i < 30 ? i : i + 2);
            text.append(time + ",100,110,90," + closes[i] + ",1," + Math.log(closes[i + 1] / closes[i]) + "\n");
        }
        prices = Files.writeString(directory.resolve("ETH-USDT.csv"), text);
        store = directory.resolve("store").toString();
    }

    @Test
    void importsListsAndVerifies() {
        CommandRun imported = CommandRun.of("data", "import", "--store", store, prices.toString());
        CommandRun listed = CommandRun.of("data", "list", "--store", store);
        CommandRun verified = CommandRun.of("data", "verify", "--store", store, "--format", "json");

        assertThat(imported.exitCode()).as(imported.err()).isZero();
        assertThat(imported.outLines()).hasSize(2).last().asString().isEqualTo("  not read: next_return");
        assertThat(listed.outLines())
                .singleElement()
                .asString()
                .startsWith("ETH-USDT")
                .contains(" 59 bars  2023-11-14T23:00:00Z .. 2023-11-17T11:00:00Z")
                .endsWith("C (1 gap)");
        assertThat(verified.exitCode()).isZero();
        assertThat(verified.out()).contains("\"ok\" : true", "\"grade\" : \"C\"", "\"missing\" : 2");
    }

    @Test
    void namesAColumnThatKnowsTheFuture() {
        CommandRun run = CommandRun.of("data", "verify", "--store", store, prices.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("column next_return moves with the next bar's return (correlation 1.000)");
    }

    @Test
    void aRefusalIsOneLineAndExitCode2() throws IOException {
        Files.writeString(prices, Files.readString(prices).replace(",100,110,90,", ",100,110,-90,"));

        CommandRun run = CommandRun.of("data", "import", "--store", store, prices.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.errLines())
                .contains("ballast: " + prices
                        + ":2: price is zero, negative, endless or no number, expected prices above zero");
        assertThat(Path.of(store)).isEmptyDirectory();
    }

    @Test
    void saysWhatIsWrongWithItsArguments() {
        assertThat(CommandRun.of("data", "import", "--store", store, "--name", "=cmd", prices.toString())
                        .errLines())
                .containsExactly("ballast: --name: \"=cmd\" is not a name, expected up to 64 letters, digits, \".\","
                        + " \"_\" or \"-\"");
        assertThat(CommandRun.of("data", "import", "--store", store, "--timeframe", "1x", prices.toString())
                        .errLines())
                .containsExactly("ballast: --timeframe: \"1x\" is not accepted, expected a time span such as 60s, 15m,"
                        + " 1h or 1d");
        assertThat(CommandRun.of("data", "verify", "--store", store, "BTC").errLines())
                .containsExactly("ballast: no series BTC in " + store + ", and no such file");
    }

    @Test
    void readsAMapping() throws IOException {
        Path odd = Files.writeString(directory.resolve("odd.csv"), "1700002800;1,5\n1700006400;1,7\n");
        Path mapping = Files.writeString(directory.resolve("m.yaml"), """
            schema: 1
            columns: [when, price]
            time: when
            close: price
            decimal: comma
            """);

        CommandRun run =
                CommandRun.of("data", "import", "--store", store, "--mapping", mapping.toString(), odd.toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).startsWith("odd").contains(" 2 bars ");
    }
}
