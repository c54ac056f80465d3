package io.ballast.lab.demo;

import io.ballast.act.journal.Journal;
import io.ballast.act.journal.sqlite.SqliteJournal;
import io.ballast.act.wallet.Secret;
import io.ballast.act.wallet.web3j.KeystoreSigner;
import io.ballast.agent.AgentConfiguration;
import io.ballast.agent.AgentLoader;
import io.ballast.agent.AgentService;
import io.ballast.agent.CycleOutcome;
import io.ballast.agent.Scorers;
import io.ballast.agent.Surroundings;
import io.ballast.agent.Wiring;
import io.ballast.agent.quartz.CycleScheduler;
import io.ballast.base.config.ConfigLoader;
import io.ballast.base.config.yaml.YamlReader;
import io.ballast.base.units.Address;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Wei;
import io.ballast.lab.backtest.replay.RecordingFolder;
import io.ballast.lab.backtest.replay.RunRecorder;
import io.ballast.lab.data.duckdb.ParquetFiles;
import io.ballast.lab.devnet.Devnet;
import io.ballast.lab.devnet.DevnetOptions;
import io.ballast.lab.devnet.LockStep;
import io.ballast.lab.devnet.LockStepHeadFeed;
import io.ballast.lab.devnet.NetworkYaml;
import io.ballast.sense.chain.web3j.Web3jChain;
import io.ballast.think.model.ActionScorer;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The whole agent on a local chain: order flow moves the market, the agent trades through the same files, keys, limits and
 * journal as on a real chain. Time moves only when a block is mined, so one seed fixes everything.
 */
public final class Demo {
    private static final Duration BLOCK_TIME = Duration.ofSeconds(12);
    private static final int BLOCKS_PER_BAR = 4;
    private static final int WARM_UP_BLOCKS_PER_BAR = 2;
    private static final int WARM_UP_BARS = 64;

    /** Far from the strategy's weights, so that there is something to do: whole tokens. */
    private static final List<Gift> START =
            List.of(new Gift("USDC", "30000"), new Gift("WETH", "3"), new Gift("WBTC", "0.1"), new Gift("LINK", "150"));

    private static final Wei COINS = Wei.ofCoins(BigDecimal.ONE);

    private record Gift(String symbol, String whole) {
        TokenAmount amount(List<Token> tokens) {
            Token token = tokens.stream()
                    .filter(known -> known.symbol().equals(symbol))
                    .findFirst()
                    .orElseThrow();
            return TokenAmount.of(token, new BigDecimal(whole));
        }
    }

    /** Runs to the end, or until the listener asks to stop; nothing is left running. */
    public DemoSummary run(DemoOptions options, DemoListener listener) {
        DemoHome home = DemoHome.make(options.home(), options.root());
        listener.stage("starting a local chain with the real contracts");
        try (Devnet devnet = Devnet.start(
                DevnetOptions.lockStep(options.seed(), options.cache()).withPort(options.port()))) {
            return onChain(devnet, home, options, listener);
        } finally {
            home.forgetPassphrase();
        }
    }

    private DemoSummary onChain(Devnet devnet, DemoHome home, DemoOptions options, DemoListener listener) {
        AgentConfiguration config = furnished(devnet, home, options.seed());
        LockStep steps = devnet.lockStep();
        Web3jChain chain = new Web3jChain(
                List.of(devnet.rpcUrl().toString()), config.universe().chainId());
        // From the first hour on, so that a backtest finds whole days.
        Optional<RunRecorder> recorder = options.record()
                ? Optional.of(new RunRecorder(recording(home, config), chain, steps.clock()))
                : Optional.empty();
        listener.stage("letting " + WARM_UP_BARS + " hours pass");
        steps.warmUp(WARM_UP_BARS, config.strategy().timeframe(), WARM_UP_BLOCKS_PER_BAR);
        listener.stage("loading the model and opening the keystore");
        Surroundings real = new Surroundings(
                chain, chain, new LockStepHeadFeed(steps, BLOCK_TIME), steps.clock(), System::nanoTime);
        Surroundings world = recorder.map(all -> all.recorded(real)).orElse(real);
        Optional<ActionScorer> model = Scorers.model(config, steps.now());
        try (Journal journal = SqliteJournal.open(home.journal(), steps.clock());
                AutoCloseable closing = () -> model.ifPresent(ActionScorer::close);
                AutoCloseable recording = () -> recorder.ifPresent(RunRecorder::close)) {
            Wiring wiring = new Wiring(config, world, journal, model);
            AgentService agent = wiring.onChain(signer(home, config));
            DemoRun run = new DemoRun(config, options, wiring, journal, home);
            agent.start();
            cycles(agent, steps, config, options, listener, run, () -> recorder.ifPresent(RunRecorder::decision));
            agent.close();
            listener.stage("checking the books");
            DemoSummary summary = run.summary(new LatencyFloor(config, real, devnet, home));
            recorder.flatMap(RunRecorder::end)
                    .ifPresent(hash -> listener.stage("recorded in " + home.recording() + " as " + hash));
            return summary;
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes the agent's files and gives its account what it starts with. */
    private static AgentConfiguration furnished(Devnet devnet, DemoHome home, long seed) {
        Address account = DemoAccount.make(home, seed);
        home.writeNetwork(NetworkYaml.of(devnet.addresses(), BLOCK_TIME));
        home.writeAgent(account, DemoAccount.savings(), devnet.rpcUrl());
        AgentConfiguration config =
                new AgentLoader(new ConfigLoader(new YamlReader(), Map.of())).load(home.agentFile(), Optional.empty());
        devnet.fund(
                account,
                START.stream()
                        .map(gift -> gift.amount(config.universe().tokens()))
                        .toList(),
                COINS);
        return config;
    }

    private static void cycles(
            AgentService agent,
            LockStep steps,
            AgentConfiguration config,
            DemoOptions options,
            DemoListener listener,
            DemoRun run,
            Runnable decision) {
        AtomicReference<Optional<CycleOutcome>> outcome = new AtomicReference<>(Optional.empty());
        try (CycleScheduler scheduler = new CycleScheduler("demo", () -> outcome.set(agent.cycle()))) {
            for (int number = 1; number <= options.cycles() && !listener.stopRequested(); number++) {
                steps.warmUp(1, config.strategy().timeframe(), BLOCKS_PER_BAR);
                if (listener.haltRequested()) {
                    run.halt("halted at the terminal");
                }
                decision.run();
                scheduler.fireAndWait();
                int finished = number;
                outcome.get().ifPresent(cycle -> listener.cycle(finished, cycle, run.frame(cycle)));
            }
        }
    }

    private static RecordingFolder recording(DemoHome home, AgentConfiguration config) {
        return new RecordingFolder(
                home.recording(), config.network().file().name().text(), config.universe(), new ParquetFiles());
    }

    private static KeystoreSigner signer(DemoHome home, AgentConfiguration config) {
        try (Secret passphrase = Secret.ofFile(home.passphrase())) {
            return KeystoreSigner.open(
                    home.keystore(),
                    passphrase,
                    config.settings().owner(),
                    config.universe().chainId());
        } finally {
            home.forgetPassphrase();
        }
    }
}
