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
import io.ballast.think.model.ActionScorer;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One run of a scenario over recorded events: at each time of the strategy's schedule the agent decides on the pools as they are, what
 * it orders is executed among the orders of others some blocks later, and everything after is computed again. Used once, by one
 * thread.
 */
final class EventBacktest {
    private final Scenario scenario;
    private final EventMarket market;
    private final EventInclusion inclusion;
    private final TradeBook book;
    private final OffChainAgent agent;
    private final Recorder recorder;
    private Optional<String> halted = Optional.empty();

    EventBacktest(Scenario scenario, Fills.Events fills, PoolReplay replay, Optional<ActionScorer> model) {
        this.scenario = scenario;
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
        agent = new OffChainAgent(
                scenario.agent(),
                model,
                new ForgetfulJournal(market),
                market,
                (risk, log, gas) -> hands(opening, risk, log, gas),
                market);
        recorder = new Recorder(
                scenario.agent().strategy(), universe.tokens(), rows(), universe.wrapped(), opening.coins());
    }

    private ReplayExecutor hands(AccountState opening, RiskDesk risk, Logbook log, GasPolicy gas) {
        return new ReplayExecutor(market, opening, inclusion, risk, log, gas, market);
    }

    private static UnaryOperator<BlockHeader> paying(GasHistory history) {
        return header -> new BlockHeader(
                header.ref(), history.at(header.ref().timestamp()), header.gasLimit() / 2, header.gasLimit());
    }

    /** One a decision, and the end. */
    private int rows() {
        long timeframe = timeframe().toSeconds();
        long seconds =
                Duration.between(start(), scenario.written().period().end()).toSeconds();
        return Math.toIntExact((seconds + timeframe - 1) / timeframe) + 1;
    }

    private Duration timeframe() {
        return scenario.agent().strategy().timeframe();
    }

    private Instant start() {
        return scenario.written().period().start();
    }

    private Instant time(int row) {
        Instant end = scenario.written().period().end();
        Instant time = start().plus(timeframe().multipliedBy(row));
        return time.isAfter(end) ? end : time;
    }

    /**
     * Runs it to its end.
     *
     * @param bars before the period that are closed without a decision, as far as they were recorded
     */
    RunRecord run(int bars) {
        warmUp(bars);
        int last = rows() - 1;
        for (int row = 0; row < last; row++) {
            boolean unused = market.close(time(row));
            if (row == 0) {
                agent.open();
            }
            inclusion.decides(row, market.observe().market());
            CycleOutcome outcome = agent.decide();
            note(row, Optional.of(outcome));
            noteHalt(row, outcome);
        }
        boolean unused = market.close(time(last));
        note(last, Optional.empty());
        return recorder.done(book.done(), halted);
    }

    private void warmUp(int bars) {
        Instant begin = market.instant();
        for (int bar = bars; bar > 0; bar--) {
            Instant end = start().minus(timeframe().multipliedBy(bar));
            if (!end.isBefore(begin)) {
                boolean unused = market.close(end);
            }
        }
    }

    private void note(int row, Optional<CycleOutcome> outcome) {
        MarketState now = market.observe().market();
        recorder.row(
                row,
                time(row),
                token -> now.prices().get(token).price().value().doubleValue(),
                agent.ledger(),
                outcome);
    }

    private void noteHalt(int row, CycleOutcome outcome) {
        if (halted.isEmpty() && outcome.risk().trading() == TradingState.HALTED) {
            halted = Optional.of("HALTED on " + time(row) + ", and nobody resumed trading: "
                    + outcome.risk().reason());
        }
    }
}
