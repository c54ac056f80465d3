package io.ballast.lab.backtest.replay;

import io.ballast.act.execution.GasPolicy;
import io.ballast.act.execution.Logbook;
import io.ballast.act.execution.RiskDesk;
import io.ballast.act.risk.PriceWitness;
import io.ballast.act.risk.TradingState;
import io.ballast.agent.AgentSettings;
import io.ballast.agent.CycleOutcome;
import io.ballast.agent.OffChainAgent;
import io.ballast.base.units.Usd;
import io.ballast.lab.backtest.RunRecord;
import io.ballast.lab.backtest.engine.ForgetfulJournal;
import io.ballast.lab.backtest.engine.Recorder;
import io.ballast.lab.backtest.engine.ScenarioWorld;
import io.ballast.lab.backtest.engine.TradeBook;
import io.ballast.lab.backtest.scenario.Fills;
import io.ballast.lab.backtest.scenario.GasHistory;
import io.ballast.lab.backtest.scenario.Scenario;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.market.AccountState;
import io.ballast.sense.market.MarketState;
import io.ballast.sense.market.Universe;
import io.ballast.think.feature.PriceWindow;
import io.ballast.think.model.ActionScorer;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.function.ObjIntConsumer;
import java.util.function.UnaryOperator;

/**
 * One run of a scenario over recorded events: at each time of the strategy's schedule the agent decides on the pools as they are, what
 * it orders is executed among the orders of others some blocks later, and everything after is computed again. Used once, by one
 * thread.
 */
public final class EventBacktest implements AutoCloseable {
    /** Bars before the period that a strategy may look back on at its first decision. */
    static final int WARM_UP = 1_000;

    private final PoolReplay replay;
    private final Schedule schedule;
    private final EventMarket market;
    private final EventInclusion inclusion;
    private final TradeBook book;
    private final OffChainAgent agent;
    private final Recorder recorder;
    private Optional<String> halted = Optional.empty();

    /**
     * @param replay of which nothing was played; closed with this
     * @param thorough whether every candidate is priced and scored even where the rule is sure to hold
     */
    EventBacktest(Scenario scenario, PoolReplay replay, Optional<ActionScorer> model, boolean thorough) {
        this.replay = replay;
        this.schedule = Schedule.of(scenario);
        Fills.Events fills = (Fills.Events) scenario.fills();
        Universe universe = scenario.agent().universe();
        AgentSettings settings = scenario.agent().settings();
        UnaryOperator<BlockHeader> fees = fills.gas().map(EventBacktest::paying).orElse(UnaryOperator.identity());
        AccountState opening = ScenarioWorld.account(scenario);
        market = new EventMarket(
                universe,
                replay,
                Usd.of(BigDecimal.ONE),
                ScenarioWorld.conditions(universe, fills.dataFee()),
                ScenarioWorld.nobody(universe, settings.owner()),
                settings.limits().standing().witnesses().contains(PriceWitness.TWAP),
                fees);
        book = new TradeBook(settings.tip());
        inclusion = new EventInclusion(
                replay,
                new EventInclusion.Terms(
                        fills.delay(), settings.confirmations(), fills.worstSandwich(), settings.tip()),
                fees,
                book);
        OffChainAgent.Hands hands = (risk, log, gas) -> hands(opening, risk, log, gas);
        ForgetfulJournal journal = new ForgetfulJournal(market);
        agent = thorough
                ? OffChainAgent.thorough(scenario.agent(), model, journal, market, hands, market)
                : new OffChainAgent(scenario.agent(), model, journal, market, hands, market);
        recorder = new Recorder(
                scenario.agent().strategy(),
                universe.tokens(),
                schedule.decisions() + 1,
                universe.wrapped(),
                opening.coins());
    }

    private ReplayExecutor hands(AccountState opening, RiskDesk risk, Logbook log, GasPolicy gas) {
        return new ReplayExecutor(market, opening, inclusion, risk, log, gas, market);
    }

    private static UnaryOperator<BlockHeader> paying(GasHistory history) {
        return header -> new BlockHeader(
                header.ref(), history.at(header.ref().timestamp()), header.gasLimit() / 2, header.gasLimit());
    }

    /** Runs it to its end. */
    RunRecord run() {
        int last = schedule.decisions();
        for (int row = 0; row < last; row++) {
            CycleOutcome outcome = decide(row);
            note(row, Optional.of(outcome));
            noteHalt(row, outcome);
        }
        boolean unused = market.close(schedule.time(last));
        note(last, Optional.empty());
        return recorder.done(book.done(), halted);
    }

    /**
     * Runs it up to a decision, for whoever wants to know what each cycle did and nothing else.
     *
     * @param last number of the last decision, from 0
     */
    public void watch(int last, ObjIntConsumer<CycleOutcome> watcher) {
        for (int row = 0; row <= last; row++) {
            watcher.accept(decide(row), row);
        }
    }

    private CycleOutcome decide(int row) {
        if (row == 0) {
            warmUp();
        }
        boolean unused = market.close(schedule.time(row));
        if (row == 0) {
            agent.open();
        }
        inclusion.decides(row, market.observe().market());
        return agent.decide();
    }

    /** The closed bars that the last decision saw. */
    public PriceWindow window() {
        return agent.window();
    }

    BlockHeader head() {
        return replay.head().orElseThrow();
    }

    ReplayTally tally() {
        return replay.tally();
    }

    @Override
    public void close() {
        replay.close();
    }

    private void warmUp() {
        Instant begin = market.instant();
        for (int bar = WARM_UP; bar > 0; bar--) {
            Instant end = schedule.before(bar);
            if (!end.isBefore(begin)) {
                boolean unused = market.close(end);
            }
        }
    }

    private void note(int row, Optional<CycleOutcome> outcome) {
        MarketState now = market.observe().market();
        recorder.row(
                row,
                schedule.time(row),
                token -> now.prices().get(token).price().value().doubleValue(),
                agent.ledger(),
                outcome);
    }

    private void noteHalt(int row, CycleOutcome outcome) {
        if (halted.isEmpty() && outcome.risk().trading() == TradingState.HALTED) {
            halted = Optional.of("HALTED on " + schedule.time(row) + ", and nobody resumed trading: "
                    + outcome.risk().reason());
        }
    }
}
