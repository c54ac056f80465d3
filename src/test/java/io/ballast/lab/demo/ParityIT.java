package io.ballast.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.act.journal.BooksOpened;
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
import io.ballast.agent.CycleOutcome;
import io.ballast.agent.Mode;
import io.ballast.agent.OffChainAgent;
import io.ballast.agent.Surroundings;
import io.ballast.agent.Wiring;
import io.ballast.base.config.ConfigLoader;
import io.ballast.base.config.yaml.YamlReader;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.PoolId;
import io.ballast.base.units.Usd;
import io.ballast.lab.backtest.replay.EventFills;
import io.ballast.lab.backtest.replay.EventMarket;
import io.ballast.lab.backtest.replay.OrderKind;
import io.ballast.lab.backtest.replay.PoolReplay;
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
import io.ballast.sense.market.AccountState;
import io.ballast.sense.market.ChainConditions;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
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
    void aBacktestOverTheSameEventsTradesAmongTheOthersInPoolsThatFeelIt() {
        AgentConfiguration paper = config(Optional.of(Mode.PAPER));
        BooksOpened books = events(journal, BooksOpened.class).getFirst();
        AccountState opening = new AccountState(paper.settings().owner(), books.balances(), books.coins(), List.of());
        Set<Hash32> own = events(journal, IntentMined.class).stream()
                .map(IntentMined::txHash)
                .collect(Collectors.toSet());
        try (PoolReplay replay = folder().replay(own)) {
            EventMarket market = new EventMarket(
                    paper.universe(),
                    replay,
                    Usd.of(BigDecimal.ONE),
                    ChainConditions.plain(paper.universe().chain()),
                    opening,
                    true);
            Journal kept = new MemoryJournal(market);
            OffChainAgent agent = new OffChainAgent(
                    paper, Optional.empty(), kept, market, market, new EventFills(replay, 1, true), opening, market);
            agent.open();
            // Decisions fall on full hours, as the recorded ones did: the next block is seconds away, not a quarter of
            // an hour.
            Instant end = market.instant().truncatedTo(ChronoUnit.HOURS);
            List<CycleOutcome> outcomes = new ArrayList<>();
            for (int hour = 1; market.close(end.plus(TIMEFRAME)); hour++) {
                end = end.plus(TIMEFRAME);
                if (hour > HISTORY) {
                    outcomes.add(agent.decide());
                }
            }

            List<IntentMined> mined = kept.read(0)
                    .map(entry -> entry.event())
                    .filter(IntentMined.class::isInstance)
                    .map(IntentMined.class::cast)
                    .toList();
            assertThat(outcomes).hasSizeGreaterThan(3);
            assertThat(mined)
                    .isNotEmpty()
                    .allMatch(fill -> fill.succeeded() && !fill.amountOut().isZero());
            assertThat(replay.tally().recomputed()).isNotEmpty().doesNotContainKey(OrderKind.UNEXPLAINED);
        }
    }

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
