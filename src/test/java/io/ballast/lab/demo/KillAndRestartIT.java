package io.ballast.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.act.journal.IntentClosed;
import io.ballast.act.journal.IntentMined;
import io.ballast.act.journal.IntentSigned;
import io.ballast.act.journal.JournalEntry;
import io.ballast.act.journal.JournalException;
import io.ballast.act.journal.JournalReader;
import io.ballast.act.journal.Reconciled;
import io.ballast.act.journal.sqlite.SqliteJournalReader;
import io.ballast.act.wallet.Secret;
import io.ballast.act.wallet.web3j.KeystoreFile;
import io.ballast.agent.AgentConfiguration;
import io.ballast.agent.AgentLoader;
import io.ballast.agent.AgentSession;
import io.ballast.agent.TraderProcess;
import io.ballast.base.config.ConfigLoader;
import io.ballast.base.config.yaml.YamlReader;
import io.ballast.base.units.Address;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Wei;
import io.ballast.lab.devnet.Devnet;
import io.ballast.lab.devnet.DevnetAtHand;
import io.ballast.lab.devnet.NetworkYaml;
import io.ballast.lab.devnet.price.DevAsset;
import io.ballast.sense.chain.web3j.Web3jChain;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} in the middle of trades, on a real chain that goes on meanwhile. */
class KillAndRestartIT {
    private static final int KILLS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(150);
    private static final Wei COINS = Wei.ofCoins(BigDecimal.TEN);

    @TempDir
    private Path home;

    @Test
    void tradesOnAfterEveryKillAndNeverTwice() throws IOException {
        try (Devnet devnet = DevnetAtHand.realTime(11, Duration.ofMinutes(6))) {
            Address account = prepare(devnet);
            devnet.realTime().begin(Clock.systemUTC(), Duration.ofSeconds(5));
            for (int kill = 0; kill < KILLS; kill++) {
                killInTheMiddle();
            }
            finishInOrder();
            check(devnet, account);
        }
    }

    private void killInTheMiddle() throws IOException {
        long before = filled();
        Process trader = startTrader();
        try {
            awaitJournal("a fill after the restart", entries -> filled(entries) > before, trader);
            long signed = signed();
            awaitJournal("a signature that is not settled", entries -> signed(entries) > signed, trader);
        } finally {
            trader.destroyForcibly().onExit().join();
        }
    }

    private void finishInOrder() {
        AgentLoader loader = new AgentLoader(new ConfigLoader(new YamlReader(), Map.of()));
        AgentConfiguration config = loader.load(home.resolve("agent.yaml"), Optional.empty());
        AgentSession.open(config, Clock.systemUTC()).close();
    }

    private void check(Devnet devnet, Address account) {
        List<JournalEntry> entries = entries();
        Map<String, Long> minedByIntent = entries.stream()
                .filter(entry -> entry.event() instanceof IntentMined)
                .collect(Collectors.groupingBy(
                        entry -> ((IntentMined) entry.event()).intentId(), Collectors.counting()));
        assertThat(minedByIntent.values()).as("each intent mined once").containsOnly(1L);
        Web3jChain chain = new Web3jChain(List.of(devnet.rpcUrl().toString()), 31_337);
        assertThat(chain.minedNonce(account))
                .as("transactions on chain, and mined ones in the journal")
                .isEqualTo(minedByIntent.size());
        assertThat(minedNonces(entries))
                .as("nonces without gaps")
                .containsExactlyElementsOf(
                        LongStream.range(0, minedByIntent.size()).boxed().toList());
        assertThat(entries.stream()
                        .filter(entry -> entry.event() instanceof Reconciled)
                        .map(entry -> (Reconciled) entry.event()))
                .allMatch(Reconciled::equal);
        Reconciled last = entries.stream()
                .filter(entry -> entry.event() instanceof Reconciled)
                .map(entry -> (Reconciled) entry.event())
                .reduce((a, b) -> b)
                .orElseThrow();
        assertThat(last.allowances()).allMatch(TokenAmount::isZero);
    }

    private static List<Long> minedNonces(List<JournalEntry> entries) {
        List<io.ballast.base.units.Hash32> mined = entries.stream()
                .filter(entry -> entry.event() instanceof IntentMined)
                .map(entry -> ((IntentMined) entry.event()).txHash())
                .toList();
        return entries.stream()
                .filter(entry -> entry.event() instanceof IntentSigned signed && mined.contains(signed.txHash()))
                .map(entry -> ((IntentSigned) entry.event()).nonce())
                .sorted()
                .toList();
    }

    private Process startTrader() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(
                java,
                "-XX:+IgnoreUnrecognizedVMOptions",
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                TraderProcess.class.getName(),
                home.resolve("agent.yaml").toString());
        return builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        home.resolve("trader.log").toFile()))
                .start();
    }

    private void awaitJournal(String what, Predicate<List<JournalEntry>> holds, Process trader) {
        Awaitility.await(what)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> {
                    if (!trader.isAlive()) {
                        throw new AssertionError("the trader ended: " + Files.readString(home.resolve("trader.log")));
                    }
                    return holds.test(entries());
                });
    }

    private long filled() {
        return filled(entries());
    }

    private static long filled(List<JournalEntry> entries) {
        return entries.stream()
                .filter(entry -> entry.event() instanceof IntentClosed closed
                        && closed.status() == IntentClosed.Status.FILLED
                        && closed.intentId().endsWith(".swap"))
                .count();
    }

    private long signed() {
        return signed(entries());
    }

    private static long signed(List<JournalEntry> entries) {
        return entries.stream()
                .filter(entry -> entry.event() instanceof IntentSigned)
                .count();
    }

    private List<JournalEntry> entries() {
        Path file = home.resolve("journal.db");
        if (!Files.exists(file)) {
            return List.of();
        }
        try (JournalReader journal = SqliteJournalReader.open(file)) {
            return journal.read(0).toList();
        } catch (JournalException e) {
            // Not there yet: the trader is still making it.
            return List.of();
        }
    }

    private Address prepare(Devnet devnet) throws IOException {
        Path passphraseFile = home.resolve("passphrase");
        Files.createFile(
                passphraseFile, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(passphraseFile, "only for this test");
        Address account;
        try (Secret passphrase = Secret.ofFile(passphraseFile)) {
            account = KeystoreFile.create(
                    home.resolve("keystore.json"), passphrase, KeystoreFile.Strength.LIGHT, new SecureRandom());
        }
        devnet.fund(
                account,
                List.of(
                        TokenAmount.of(devnet.addresses().token(DevAsset.USDC), new BigDecimal("30000")),
                        TokenAmount.of(devnet.addresses().token(DevAsset.WETH), new BigDecimal("3"))),
                COINS);
        Files.createDirectories(home.resolve("networks"));
        Files.writeString(
                home.resolve("networks").resolve("devnet.yaml"),
                NetworkYaml.of(devnet.addresses(), Duration.ofSeconds(1)));
        Files.createDirectories(home.resolve("strategies"));
        Files.writeString(home.resolve("strategies").resolve("restless.yaml"), STRATEGY);
        Files.writeString(home.resolve("agent.yaml"), agentFile(account, devnet));
        return account;
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

    private static String agentFile(Address account, Devnet devnet) {
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
                """.formatted(account, DemoAccount.savings(), devnet.rpcUrl());
    }
}
