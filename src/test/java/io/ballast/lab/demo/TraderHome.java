package io.ballast.lab.demo;

import io.ballast.act.journal.IntentClosed;
import io.ballast.act.journal.IntentSigned;
import io.ballast.act.journal.JournalEntry;
import io.ballast.act.journal.JournalException;
import io.ballast.act.journal.JournalReader;
import io.ballast.act.journal.sqlite.SqliteJournalReader;
import io.ballast.act.wallet.Secret;
import io.ballast.act.wallet.web3j.KeystoreFile;
import io.ballast.base.units.Address;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Wei;
import io.ballast.lab.devnet.Devnet;
import io.ballast.lab.devnet.NetworkYaml;
import io.ballast.lab.devnet.price.DevAsset;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** The files of an agent that trades all the time on a devnet in real time, in a process of its own. */
record TraderHome(Path folder) {
    private static final Duration PATIENCE = Duration.ofSeconds(150);
    private static final Wei COINS = Wei.ofCoins(BigDecimal.TEN);

    /**
     * Makes and funds an account, and writes everything.
     *
     * @param rpc where the agent finds its node
     * @param more further lines of the agent's file
     */
    Address prepare(Devnet devnet, String rpc, String more) throws IOException {
        Path passphraseFile = folder.resolve("passphrase");
        Files.createFile(
                passphraseFile, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(passphraseFile, "only for this test");
        Address account;
        try (Secret passphrase = Secret.ofFile(passphraseFile)) {
            account = KeystoreFile.create(
                    folder.resolve("keystore.json"), passphrase, KeystoreFile.Strength.LIGHT, new SecureRandom());
        }
        devnet.fund(
                account,
                List.of(
                        TokenAmount.of(devnet.addresses().token(DevAsset.USDC), new BigDecimal("30000")),
                        TokenAmount.of(devnet.addresses().token(DevAsset.WETH), new BigDecimal("3"))),
                COINS);
        Files.createDirectories(folder.resolve("networks"));
        Files.writeString(
                folder.resolve("networks").resolve("devnet.yaml"),
                NetworkYaml.of(devnet.addresses(), Duration.ofSeconds(1)));
        Files.createDirectories(folder.resolve("strategies"));
        Files.writeString(folder.resolve("strategies").resolve("restless.yaml"), STRATEGY);
        Files.writeString(agentFile(), agentFile(account, rpc) + more);
        return account;
    }

    Path agentFile() {
        return folder.resolve("agent.yaml");
    }

    Path journal() {
        return folder.resolve("journal.db");
    }

    Path log() {
        return folder.resolve("trader.log");
    }

    /** Starts a class with arguments in a process of its own. */
    Process start(Class<?> main, String... arguments) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Stream<String> jvm = Stream.of(
                java,
                "-XX:+IgnoreUnrecognizedVMOptions",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName());
        return new ProcessBuilder(Stream.concat(jvm, Stream.of(arguments)).toList())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
    }

    void awaitJournal(String what, Predicate<List<JournalEntry>> holds, Process trader) {
        Awaitility.await(what)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> {
                    if (!trader.isAlive()) {
                        throw new AssertionError("the trader ended: " + Files.readString(log()));
                    }
                    return holds.test(entries());
                });
    }

    static long filled(List<JournalEntry> entries) {
        return entries.stream()
                .filter(entry -> entry.event() instanceof IntentClosed closed
                        && closed.status() == IntentClosed.Status.FILLED
                        && closed.intentId().endsWith(".swap"))
                .count();
    }

    static long signed(List<JournalEntry> entries) {
        return entries.stream()
                .filter(entry -> entry.event() instanceof IntentSigned)
                .count();
    }

    List<JournalEntry> entries() {
        if (!Files.exists(journal())) {
            return List.of();
        }
        try (JournalReader journal = SqliteJournalReader.open(journal())) {
            return journal.read(0).toList();
        } catch (JournalException e) {
            // Not there yet: the trader is still making it.
            return List.of();
        }
    }

    private static final String STRATEGY = """
            schema: 1
            name: restless
            network: devnet
            cash: USDC
            universe:
              WETH: {target: 50%, min: 0%, max: 100%}
              USDC: {target: 50%, min: 0%, max: 100%}
            timeframe: 5s
            rebalance: {no_trade_band: 0.1%, min_trade: 5 USD}
            scorer: {type: momentum}
            execution: {venues: [uniswap-v3, uniswap-v2], max_slippage: 100bps, max_price_impact: 50bps, deadline: 60s}
            """;

    private static String agentFile(Address account, String rpc) {
        return """
                schema: 1
                mode: live
                strategies: [restless]
                strategies_dir: strategies
                networks_dir: networks
                account:
                  address: "%s"
                  keystore: keystore.json
                  passphrase_file: passphrase
                  withdraw_to: "%s"
                capital: {max: 50000 USD}
                rpc: {urls: ["%s"], max_head_lag: 60s}
                gas: {max_per_day: 5000 USD}
                prices: {max_deviation: 1000bps}
                limits:
                  preset: balanced
                  max_notional_per_day: 10000000 USD
                  max_notional_per_trade: 50000 USD
                  max_turnover_per_day: 100%%
                  max_trades_per_hour: 10000
                  max_trades_per_day: 100000
                  max_price_impact: 50bps
                  max_slippage: 100bps
                  max_daily_loss: 50%%
                  max_drawdown: {value: 60%%}
                journal: journal.db
                """.formatted(account, DemoAccount.savings(), rpc);
    }
}
