package io.ballast.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.act.journal.DecisionMade;
import io.ballast.act.journal.IntentMined;
import io.ballast.act.journal.IntentPlanned;
import io.ballast.act.journal.Journal;
import io.ballast.act.journal.JournalEvent;
import io.ballast.act.journal.json.MemoryJournal;
import io.ballast.act.risk.ProposedTransaction;
import io.ballast.agent.AgentConfiguration;
import io.ballast.agent.AgentLoader;
import io.ballast.agent.AgentService;
import io.ballast.agent.Mode;
import io.ballast.agent.Surroundings;
import io.ballast.agent.Wiring;
import io.ballast.app.cli.CommandRun;
import io.ballast.base.config.ConfigLoader;
import io.ballast.base.config.yaml.YamlReader;
import io.ballast.base.units.PoolId;
import io.ballast.lab.backtest.replay.OrderKind;
import io.ballast.lab.backtest.replay.RecordedRun;
import io.ballast.lab.backtest.replay.RecordedRun.Pools;
import io.ballast.lab.backtest.replay.RecordingFolder;
import io.ballast.lab.backtest.replay.RunRecorder;
import io.ballast.lab.data.duckdb.ParquetFiles;
import io.ballast.lab.devnet.Devnet;
import io.ballast.lab.devnet.DevnetAtHand;
import io.ballast.lab.devnet.LockStep;
import io.ballast.sense.chain.web3j.Web3jChain;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.Venue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One run on the real contracts among other traders, recorded, and made again in two ways without a chain. */
class ParityIT {
    private static final int CYCLES = 8;
    private static final int HISTORY = 64;
    private static final Duration TIMEFRAME = Duration.ofHours(1);

    @TempDir
    private static Path home;

    private static AgentConfiguration live;
    private static List<JournalEvent> journal;
    private static Set<PoolId> pairs;

    @BeforeAll
    static void record() throws IOException {
        try (Devnet devnet = DevnetAtHand.lockStep(11)) {
            HandMade hand = new HandMade(devnet, home, "10");
            Files.writeString(home.resolve("strategies").resolve("calm.yaml"), STRATEGY);
            live = config(Optional.empty());
            pairs = live.universe().pools().stream()
                    .filter(pool -> pool.venue() == Venue.UNISWAP_V2)
                    .map(PoolSpec::id)
                    .collect(Collectors.toSet());
            LockStep steps = devnet.lockStep();
            Web3jChain chain = hand.chain();
            Journal kept = new MemoryJournal(steps.clock());
            try (RunRecorder recorder = new RunRecorder(folder(), chain, steps.clock())) {
                steps.warmUp(HISTORY, TIMEFRAME, 2);
                Surroundings world = recorder.recorded(hand.world());
                try (AgentService agent = new Wiring(live, world, kept, Optional.empty()).onChain(hand.signer())) {
                    agent.start();
                    for (int i = 0; i < CYCLES; i++) {
                        steps.warmUp(1, TIMEFRAME, 4);
                        recorder.decision();
                        agent.cycle();
                    }
                }
                recorder.end();
            }
            journal = kept.read(0).map(entry -> entry.event()).toList();
        }
    }

    private static AgentConfiguration config(Optional<Mode> mode) {
        return new AgentLoader(new ConfigLoader(new YamlReader(), Map.of())).load(home.resolve("agent.yaml"), mode);
    }

    private static RecordingFolder folder() {
        return new RecordingFolder(home.resolve("recording"), "devnet", live.universe(), new ParquetFiles());
    }

    private static <E extends JournalEvent> List<E> events(List<JournalEvent> journal, Class<E> type) {
        return journal.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** Of the run made again. */
    private record Again(List<JournalEvent> events, RecordedRun run) {}

    private static Again again(Pools pools) {
        AtomicReference<Journal> journal = new AtomicReference<>();
        try (RecordedRun run = new RecordedRun(
                config(Optional.of(Mode.PAPER)),
                folder(),
                chain -> {
                    journal.set(new MemoryJournal(chain));
                    return journal.get();
                },
                Optional.empty(),
                pools)) {
            run.run(outcome -> assertThat(outcome).isPresent());
            return new Again(journal.get().read(0).map(entry -> entry.event()).toList(), run);
        }
    }

    private static void requireSame(Again again) {
        List<DecisionMade> decisions = events(again.events(), DecisionMade.class);
        assertThat(decisions)
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("configHash")
                .isEqualTo(events(journal, DecisionMade.class));
        assertThat(events(again.events(), IntentPlanned.class)).isEqualTo(events(journal, IntentPlanned.class));
        assertThat(events(again.events(), IntentMined.class))
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("strangers")
                .isEqualTo(events(journal, IntentMined.class));
        assertThat(again.run().left()).isZero();
        assertThat(again.run().changed()).isEmpty();
        assertThat(again.run().tally().missedCount()).isZero();
    }

    @Test
    void theLiveRunTradedInBothKindsOfPoolsAmongOthers() {
        List<IntentPlanned> swaps = events(journal, IntentPlanned.class).stream()
                .filter(plan -> plan.kind() == ProposedTransaction.Kind.SWAP)
                .toList();
        List<IntentMined> mined = events(journal, IntentMined.class);

        assertThat(swaps).hasSizeGreaterThanOrEqualTo(4);
        assertThat(swaps).anyMatch(swap -> swap.pools().stream().anyMatch(pairs::contains));
        assertThat(swaps).anyMatch(swap -> swap.pools().stream().anyMatch(pool -> !pairs.contains(pool)));
        assertThat(mined).anyMatch(swap -> !swap.strangers().isEmpty());
        assertThat(mined).allMatch(IntentMined::succeeded);
    }

    @Test
    void onPaperThroughTheRecordedAnswersItIsTheSameToTheWei() {
        Again again = again(Pools.AS_ANSWERED);

        requireSame(again);
    }

    @Test
    void onPoolsThatEventsAndItsOwnOrdersMoveItIsTheSameToTheWei() {
        Again again = again(Pools.REPLAYED);

        requireSame(again);
        assertThat(again.run().tally().events()).isGreaterThan(50);
        assertThat(again.run().tally().recomputed()).doesNotContainKey(OrderKind.UNEXPLAINED);
    }

    @Test
    void theVerbBacktestsTheSameEventsAmongTheOthersWithItsOwnTakenOut() throws IOException {
        // The recorded chain makes two blocks an hour, and an allowance takes one before the swap.
        Files.writeString(
                home.resolve("strategies/patient.yaml"),
                STRATEGY.replace("name: calm", "name: patient").replace("deadline: 60s", "deadline: 40m"));
        Files.writeString(home.resolve("patient.yaml"), AGENT);
        Files.createDirectories(home.resolve("backtests"));
        Path scenario = Files.writeString(home.resolve("backtests/again.yaml"), SCENARIO);

        CommandRun run = CommandRun.of("backtest", scenario.toString(), "--format", "json");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .contains(
                        "transactions of the recorded agent are taken out.",
                        "The recorded chain is a devnet, its market made up: not evidence.",
                        "\"sold\"")
                .doesNotContain("could not happen any more");
    }

    private static final String SCENARIO = """
            schema: 1
            strategy: patient
            period: 2026-01-02..2026-01-04
            start: {USDC: 20000, WETH: 2}
            data: {pools: {store: recording}}
            fills: {model: events, delay: 1 block}
            risk: patient.yaml
            """;

    private static final String AGENT = """
            schema: 1
            strategies: [patient]
            strategies_dir: strategies
            networks_dir: networks
            capital: {max: 50000 USD}
            gas: {max_per_day: 5000 USD}
            limits: {preset: balanced, max_deadline: 1h, max_price_impact: 50bps, max_slippage: 100bps}
            """;

    private static final String STRATEGY = """
            schema: 1
            name: calm
            network: devnet
            cash: USDC
            universe:
              WETH: {target: 50%, min: 0%, max: 100%}
              LINK: {target: 20%, min: 0%, max: 50%}
              USDC: {target: 30%, min: 0%, max: 100%}
            timeframe: 1h
            rebalance: {no_trade_band: 0.1%, min_trade: 5 USD}
            scorer: {type: momentum}
            execution: {venues: [uniswap-v3, uniswap-v2], max_slippage: 100bps, max_price_impact: 50bps, deadline: 60s}
            """;
}
