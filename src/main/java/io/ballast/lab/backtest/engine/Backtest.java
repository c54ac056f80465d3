package io.ballast.lab.backtest.engine;

import io.ballast.act.execution.simulated.FillModel;
import io.ballast.act.execution.simulated.SimulatedExecutor;
import io.ballast.act.risk.PriceWitness;
import io.ballast.act.risk.TradingState;
import io.ballast.agent.CycleOutcome;
import io.ballast.agent.OffChainAgent;
import io.ballast.base.units.Bps;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Wei;
import io.ballast.lab.backtest.RunRecord;
import io.ballast.lab.backtest.kernel.Charging;
import io.ballast.lab.backtest.scenario.Fills;
import io.ballast.lab.backtest.scenario.GasHistory;
import io.ballast.lab.backtest.scenario.Scenario;
import io.ballast.sense.market.AccountState;
import io.ballast.sense.market.ChainConditions;
import io.ballast.sense.market.Universe;
import io.ballast.think.feature.PriceWindow;
import io.ballast.think.model.ActionScorer;
import java.util.List;
import java.util.Optional;
import java.util.function.ObjIntConsumer;

/**
 * One run of a scenario over bars: at the close of each the agent decides, and what it orders is filled before the next. The same
 * scenario over the same bars gives the same result, bit for bit. Used once, by one thread.
 */
public final class Backtest {
    private final Scenario scenario;
    private final BarTable table;
    private final BarMarket market;
    private final TradeBook book;
    private final OffChainAgent agent;
    private final Recorder recorder;
    private final Optional<Levy> levy;

    /**
     * @param scenario with fills of bars or proportional ones
     * @param model what the strategy's model is; empty for rules alone
     */
    public Backtest(Scenario scenario, BarTable table, Optional<ActionScorer> model) {
        this(scenario, table, model, false);
    }

    private Backtest(Scenario scenario, BarTable table, Optional<ActionScorer> model, boolean thorough) {
        this.scenario = scenario;
        this.table = table;
        Universe universe = scenario.agent().universe();
        Wei tip = scenario.agent().settings().tip();
        book = new TradeBook(tip);
        AccountState opening = ScenarioWorld.account(scenario);
        market = market(universe);
        agent = agent(model, opening, thorough);
        recorder = new Recorder(
                scenario.agent().strategy(),
                table.tokens(),
                table.rows() - table.first(),
                universe.wrapped(),
                opening.coins());
        levy = scenario.fills() instanceof Fills.Proportional flat && flat.charging() == Charging.BEFORE_WEIGHTING
                ? Optional.of(new Levy(flat.cost(), scenario.agent().strategy(), market, book, agent))
                : Optional.empty();
    }

    /** One that prices and scores every candidate even where the rule is sure to hold: the decisions are the same. */
    public static Backtest thorough(Scenario scenario, BarTable table, Optional<ActionScorer> model) {
        return new Backtest(scenario, table, model, true);
    }

    private OffChainAgent agent(Optional<ActionScorer> model, AccountState opening, boolean thorough) {
        FillModel fills = switch (scenario.fills()) {
            case Fills.Bars bars -> new DeepFills(market, book, bars.delay(), bars.worstSandwich());
            case Fills.Proportional flat -> new FlatFills(market, book);
            case Fills.Events events -> throw new IllegalArgumentException("events are replayed elsewhere");
        };
        OffChainAgent.Hands hands =
                (risk, log, gas) -> new SimulatedExecutor(market, opening, risk, log, gas, market, fills);
        ForgetfulJournal journal = new ForgetfulJournal(market);
        BarHistory bars = new BarHistory(table, market);
        return thorough
                ? OffChainAgent.thorough(scenario.agent(), model, journal, bars, hands, market)
                : new OffChainAgent(scenario.agent(), model, journal, bars, hands, market);
    }

    private BarMarket market(Universe universe) {
        var config = scenario.agent();
        return new BarMarket(
                universe,
                table,
                pricing(universe),
                new BarMarket.Chain(
                        config.network().file().blockTime(),
                        gas(),
                        conditions(universe),
                        config.settings().limits().standing().witnesses().contains(PriceWitness.TWAP)),
                ScenarioWorld.nobody(universe, config.settings().owner()));
    }

    private Pricing pricing(Universe universe) {
        return switch (scenario.fills()) {
            case Fills.Bars bars -> new DeepPricing(universe, bars.pools());
            case Fills.Proportional flat ->
                new FlatPricing(universe, flat.charging() == Charging.BEFORE_WEIGHTING ? Bps.ZERO : flat.cost());
            case Fills.Events events -> throw new IllegalArgumentException("events are replayed elsewhere");
        };
    }

    private GasHistory gas() {
        return scenario.fills() instanceof Fills.Bars bars ? bars.gas() : GasHistory.constant(Wei.ZERO);
    }

    private ChainConditions conditions(Universe universe) {
        return ScenarioWorld.conditions(
                universe, scenario.fills() instanceof Fills.Bars bars ? bars.dataFee() : Wei.ZERO);
    }

    /** Runs it to its end. */
    public RunRecord run() {
        agent.open();
        Optional<String> halted = Optional.empty();
        for (int row = table.first(); row < table.rows(); row++) {
            CycleOutcome outcome = decide(row);
            int at = row;
            recorder.row(
                    row - table.first(),
                    table.close(row),
                    token -> table.closes()[token][at],
                    agent.ledger(),
                    Optional.of(outcome));
            if (halted.isEmpty() && outcome.risk().trading() == TradingState.HALTED) {
                halted = Optional.of("HALTED on " + table.close(row) + ", and nobody resumed trading: "
                        + outcome.risk().reason());
            }
        }
        return recorder.done(book.trades(), halted);
    }

    /**
     * Runs it up to a row, for whoever wants to know what each cycle did and nothing else.
     *
     * @param last row whose decision is the last
     */
    public void watch(int last, ObjIntConsumer<CycleOutcome> watcher) {
        agent.open();
        for (int row = table.first(); row <= last; row++) {
            watcher.accept(decide(row), row);
        }
    }

    private CycleOutcome decide(int row) {
        if (row > table.first()) {
            market.close(row);
        }
        CycleOutcome outcome = agent.decide();
        levy.ifPresent(Levy::take);
        return outcome;
    }

    /** The closed bars that the last decision saw. */
    public PriceWindow window() {
        return agent.window();
    }

    /** What an account held at the end of it. */
    public List<TokenAmount> holdings() {
        return agent.ledger().books().orElseThrow().balances();
    }
}
