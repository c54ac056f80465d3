package io.ballast.lab.demo;

import io.ballast.act.journal.Books;
import io.ballast.act.journal.Journal;
import io.ballast.act.journal.JournalEvent;
import io.ballast.act.journal.LedgerState;
import io.ballast.act.journal.json.MemoryJournal;
import io.ballast.act.risk.RiskState;
import io.ballast.act.wallet.Secret;
import io.ballast.act.wallet.web3j.KeystoreFile;
import io.ballast.act.wallet.web3j.KeystoreSigner;
import io.ballast.agent.AgentConfiguration;
import io.ballast.agent.AgentLoader;
import io.ballast.agent.AgentService;
import io.ballast.agent.CommandSession;
import io.ballast.agent.Surroundings;
import io.ballast.agent.Wiring;
import io.ballast.base.config.ConfigLoader;
import io.ballast.base.config.yaml.YamlReader;
import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Wei;
import io.ballast.lab.devnet.Devnet;
import io.ballast.lab.devnet.LockStepHeadFeed;
import io.ballast.lab.devnet.NetworkYaml;
import io.ballast.lab.devnet.price.DevAsset;
import io.ballast.sense.chain.anvil.AnvilRpc;
import io.ballast.sense.chain.web3j.Web3jChain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** An account with an agent on a devnet in lock-step, and hands that move its money behind the agent's back. */
public final class HandMade {
    private static final Duration BLOCK = Duration.ofSeconds(12);
    private static final BigDecimal GWEI_100 = new BigDecimal("100");

    private final Devnet devnet;
    private final Path home;
    final Address account;
    final AgentConfiguration config;
    Journal journal;

    /** @param coins of the new account */
    public HandMade(Devnet devnet, Path home, String coins) {
        this(devnet, home, coins, UnaryOperator.identity());
    }

    /** @param edit of the agent's file */
    HandMade(Devnet devnet, Path home, String coins, UnaryOperator<String> edit) {
        this.devnet = devnet;
        this.home = home;
        this.account = key();
        devnet.fund(account, List.of(usdc("30000"), weth("3")), Wei.ofCoins(new BigDecimal(coins)));
        this.config = configuration(edit);
        this.journal = new MemoryJournal(devnet.lockStep().clock());
    }

    Token token(DevAsset asset) {
        return devnet.addresses().token(asset);
    }

    TokenAmount usdc(String whole) {
        return TokenAmount.of(token(DevAsset.USDC), new BigDecimal(whole));
    }

    TokenAmount weth(String whole) {
        return TokenAmount.of(token(DevAsset.WETH), new BigDecimal(whole));
    }

    /** A new process of the agent over the same journal, recovered and reconciled. */
    AgentService agent() {
        AgentService agent = wiring().onChain(signer());
        agent.start();
        return agent;
    }

    Wiring wiring() {
        return wiring(config);
    }

    Wiring wiring(AgentConfiguration other) {
        return new Wiring(other, world(), journal, Optional.empty());
    }

    /** The same with another configuration. */
    AgentService agent(AgentConfiguration other) {
        AgentService agent = wiring(other).onChain(signer());
        agent.start();
        return agent;
    }

    CommandSession command(String verb) {
        return CommandSession.over(config, world(), journal, verb, false);
    }

    /** In spite of the kill switch. */
    CommandSession commandWhileHalted(String verb) {
        return CommandSession.over(config, world(), journal, verb, true);
    }

    LedgerState state() {
        return io.ballast.act.journal.Ledger.of(journal.read(0));
    }

    Books books() {
        return state().books().orElseThrow();
    }

    RiskState risk() {
        return state().risk().orElse(RiskState.INITIAL);
    }

    <E extends JournalEvent> List<E> events(Class<E> type) {
        return journal.read(0)
                .map(entry -> entry.event())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /** Sends without the sender's key, and mines it. */
    void send(Address from, Address to, Wei value, Bytes data) {
        AnvilRpc rpc = new AnvilRpc(devnet.rpcUrl());
        rpc.impersonate(from);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("from", from.hex());
        fields.put("to", to.hex());
        fields.put("value", "0x" + value.value().toString(16));
        fields.put("data", data.hex());
        fields.put("gas", "0x7a120");
        fields.put("maxFeePerGas", "0x" + Wei.ofGwei(GWEI_100).value().toString(16));
        fields.put("maxPriorityFeePerGas", "0x1");
        rpc.call("eth_sendTransaction", fields);
        devnet.lockStep().mineQuiet(BLOCK);
    }

    Web3jChain chain() {
        return new Web3jChain(List.of(devnet.rpcUrl().toString()), 31_337);
    }

    Surroundings world() {
        Web3jChain chain = chain();
        return new Surroundings(
                chain,
                chain,
                new LockStepHeadFeed(devnet.lockStep(), BLOCK),
                devnet.lockStep().clock(),
                System::nanoTime);
    }

    KeystoreSigner signer() {
        try (Secret passphrase = Secret.ofFile(home.resolve("passphrase"))) {
            return KeystoreSigner.open(home.resolve("keystore.json"), passphrase, account, 31_337);
        }
    }

    private Address key() {
        try {
            Path file = home.resolve("passphrase");
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, "only for this test");
            try (Secret passphrase = Secret.ofFile(file)) {
                return KeystoreFile.create(
                        home.resolve("keystore.json"), passphrase, KeystoreFile.Strength.LIGHT, new SecureRandom());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    AgentConfiguration configuration(UnaryOperator<String> edit) {
        try {
            Files.createDirectories(home.resolve("networks"));
            Files.createDirectories(home.resolve("strategies"));
            Files.writeString(
                    home.resolve("networks").resolve("devnet.yaml"), NetworkYaml.of(devnet.addresses(), BLOCK));
            Files.writeString(home.resolve("strategies").resolve("calm.yaml"), STRATEGY);
            String agent = agentFile();
            Files.writeString(home.resolve("agent.yaml"), edit.apply(agent));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new AgentLoader(new ConfigLoader(new YamlReader(), Map.of()))
                .load(home.resolve("agent.yaml"), Optional.empty());
    }

    static final Address SAVINGS = DemoAccount.savings();
    static final Address DEPOSITS = new Address("0x" + "d0".repeat(20));
    static final Address STRANGER = new Address("0x" + "66".repeat(20));

    private static final String STRATEGY = """
            schema: 1
            name: calm
            network: devnet
            cash: USDC
            universe:
              WETH: {target: 20%, min: 0%, max: 100%}
              LINK: {target: 0%, min: 0%, max: 50%}
              USDC: {target: 80%, min: 0%, max: 100%}
            timeframe: 1h
            rebalance: {no_trade_band: 5%, min_trade: 5 USD}
            scorer: {type: band}
            execution: {venues: [uniswap-v3, uniswap-v2], max_slippage: 100bps, max_price_impact: 50bps, deadline: 60s}
            """;

    private String agentFile() {
        return """
            schema: 1
            mode: live
            strategies: [calm]
            strategies_dir: strategies
            networks_dir: networks
            account:
              address: "%s"
              keystore: keystore.json
              passphrase_file: passphrase
              withdraw_to: "%s"
            capital: {max: 50000 USD}
            rpc: {urls: ["%s"], max_head_lag: 30d}
            gas:
              max_per_day: 5000 USD
              reserve: 0.02 ETH
              top_up: {from: WETH, to: 0.03 ETH, max_per_day: 0.015 ETH}
            prices: {max_deviation: 1000bps}
            limits:
              preset: balanced
              max_notional_per_day: 10000000 USD
              max_notional_per_trade: 4000 USD
              max_turnover_per_day: 100%%
              max_trades_per_hour: 10000
              max_trades_per_day: 100000
              max_price_impact: 50bps
              max_slippage: 100bps
            flows: {deposits_from: ["%s"], reconcile_every: 1}
            journal: journal.db
            """.formatted(account, SAVINGS, devnet.rpcUrl(), DEPOSITS);
    }
}
