package io.ballast.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A strategy with a model is backtested with it, loaded by the same checks as live. */
class BacktestModelTest {
    private static final String SHA256 = "50f7e2e7986034f4e0b3ba4f0cd88886ac7c46af1caac29ce1ad09c37c59ae05";

    @TempDir
    Path root;

    @BeforeEach
    void copyTheDemosFiles() throws IOException {
        for (String file : List.of("strategies/demo.yaml", "models/demo-v1")) {
            copy(CommandRun.ROOT.resolve(file), root.resolve(file));
        }
        StringBuilder network = new StringBuilder("""
                schema: 1
                name: devnet
                chain_id: 31337
                native: ETH
                wrapped: WETH
                block_time: 1s
                confirmations: 1 block
                replaceable: true
                gas: {tip: 1 gwei, reserve: 0.05 ETH}
                contracts:
                  router: "0x68b3465833fb72A70ecDF485E0e4C7bD8665Fc45"
                  multicall3: "0xcA11bde05977b3631167028862bE2a173976CA11"
                tokens:
                """);
        List<String> tokens = List.of("WETH", "WBTC", "LINK", "USDC");
        for (String token : tokens) {
            int number = 0x1001 + tokens.indexOf(token);
            network.append(String.format(
                    Locale.ROOT,
                    "  %s: {address: \"0x%040x\", decimals: 18, feed: {address: \"0x%040x\", heartbeat: 1d}}\n",
                    token,
                    number,
                    number + 0x1000));
        }
        write("config/networks/devnet.yaml", network.toString());
        write("config/agent.yaml", """
                schema: 1
                strategies: [demo]
                capital: {max: 50000 USD}
                limits: {preset: balanced}
                """);
        write("backtests/demo.yaml", """
                schema: 1
                strategy: demo
                period: 2026-01-02..2026-01-06
                start: {USDC: 50000}
                data: {prices: {synthetic: {start: {WETH: 1800, WBTC: 30000, LINK: 7}}}}
                fills:
                  model: bars
                  depth:
                    WETH/USDC: {venue: uniswap-v3, fee: 5bps, tvl: 300000000 USD}
                    WBTC/WETH: {venue: uniswap-v3, fee: 30bps, tvl: 200000000 USD}
                    LINK/WETH: {venue: uniswap-v3, fee: 30bps, tvl: 50000000 USD}
                  gas: {base_fee: 1 gwei}
                risk: config/agent.yaml
                """);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            all.filter(Files::isRegularFile).forEach(file -> {
                Path target = to.resolve(from.relativize(file).toString());
                try {
                    Files.createDirectories(target.toAbsolutePath().getParent());
                    Files.copy(file, from.equals(file) ? to : target);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(root.resolve(name).getParent());
        Files.writeString(root.resolve(name), text);
    }

    private CommandRun run(String... options) {
        return CommandRun.of(Stream.concat(
                        Stream.of(
                                "backtest",
                                root.resolve("backtests/demo.yaml").toString(),
                                "--export-to",
                                root.toString()),
                        Stream.of(options))
                .toArray(String[]::new));
    }

    @Test
    void itsScoresDecideAndItsHashIsPartOfTheResult() throws IOException {
        CommandRun run = run("--format", "json", "--export", "decisions");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("\"model\" : \"" + SHA256 + "\"", "Model demo-v1 was trained on bars up to");
        List<String> options = Files.readAllLines(root.resolve("demo-decisions.csv"));
        // A rule is certain, so its lower bound is its score; an ensemble of networks is not.
        assertThat(options.stream().skip(1).map(line -> line.split(",", -1)))
                .anyMatch(cells -> !cells[5].isEmpty() && !cells[4].equals(cells[5]));
    }

    @Test
    void aModelThatDiffersByOneByteIsNotLoaded() throws IOException {
        Path member = root.resolve("models/demo-v1/member-3.zip");
        byte[] bytes = Files.readAllBytes(member);
        bytes[bytes.length / 2] ^= 1;
        Files.write(member, bytes);

        CommandRun run = run();

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.errLines()).singleElement().asString().contains("demo-v1");
    }
}
