package io.ballast.agent;

import io.ballast.act.execution.AllowanceGuard;
import io.ballast.act.execution.Bookkeeping;
import io.ballast.act.execution.Executor;
import io.ballast.act.execution.GasPolicy;
import io.ballast.act.execution.Logbook;
import io.ballast.act.execution.Reconciler;
import io.ballast.act.execution.RiskDesk;
import io.ballast.act.execution.simulated.FillModel;
import io.ballast.act.execution.simulated.PaperBooks;
import io.ballast.act.execution.simulated.SimulatedExecutor;
import io.ballast.act.journal.Flow;
import io.ballast.act.journal.FlowsBooked;
import io.ballast.act.journal.Journal;
import io.ballast.act.journal.LedgerState;
import io.ballast.act.risk.RiskGate;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Usd;
import io.ballast.sense.market.AccountState;
import io.ballast.sense.market.ClosedBars;
import io.ballast.sense.market.MarketSource;
import io.ballast.sense.market.Observation;
import io.ballast.think.feature.PriceWindow;
import io.ballast.think.model.ActionScorer;
import io.ballast.think.portfolio.Holdings;
import java.math.BigInteger;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * The agent in a world without a chain: the same cycle, gate and ledger as live, over a market that is given and fills that are
 * modelled. Used by one thread.
 */
public final class OffChainAgent {
    /** What the ledger calls a session in which nothing is signed. */
    private static final String PAPER = "paper";

    private final CycleParts parts;
    private final Executor executor;
    private final Bookkeeping books;
    private final DecisionCycle cycle;

    /** How orders are carried out, through the agent's own gate and journal. */
    @FunctionalInterface
    public interface Hands {
        Executor of(RiskDesk risk, Logbook log, GasPolicy gas);
    }

    /**
     * With orders filled by a model, and nothing that needs an allowance.
     *
     * @param market what is traded in
     * @param bars of the past
     * @param fills how orders are filled
     * @param opening the account before its first trade
     * @param clock the market's time
     */
    public OffChainAgent(
            AgentConfiguration config,
            Optional<ActionScorer> model,
            Journal journal,
            MarketSource market,
            ClosedBars bars,
            FillModel fills,
            AccountState opening,
            InstantSource clock) {
        this(
                config,
                model,
                journal,
                bars,
                (risk, log, gas) -> new SimulatedExecutor(market, opening, risk, log, gas, clock, fills),
                clock);
    }

    /**
     * @param bars of the past
     * @param hands over the market that is traded in
     * @param clock the market's time
     */
    public OffChainAgent(
            AgentConfiguration config,
            Optional<ActionScorer> model,
            Journal journal,
            ClosedBars bars,
            Hands hands,
            InstantSource clock) {
        this(config, model, journal, bars, hands, clock, true);
    }

    private OffChainAgent(
            AgentConfiguration config,
            Optional<ActionScorer> model,
            Journal journal,
            ClosedBars bars,
            Hands hands,
            InstantSource clock,
            boolean brief) {
        Logbook log = new Logbook(journal);
        RiskDesk risk = RiskDesk.quiet(new RiskGate(config.settings().limits()), log);
        parts = new CycleParts(config, model, log, risk, clock, new LatencyRecorder(() -> 0), bars, brief);
        executor = hands.of(risk, log, new GasPolicy(config.settings().tip()));
        books = new PaperBooks(new Reconciler(log, risk));
        cycle = parts.cycle(executor, books, new AllowanceGuard(executor, risk, log));
    }

    /**
     * The same agent, which prices and scores every candidate even where the rule is sure to hold: its decisions are the same, and
     * what it weighed can be looked at.
     */
    public static OffChainAgent thorough(
            AgentConfiguration config,
            Optional<ActionScorer> model,
            Journal journal,
            ClosedBars bars,
            Hands hands,
            InstantSource clock) {
        return new OffChainAgent(config, model, journal, bars, hands, clock, false);
    }

    /** Begins a session and opens the books; comes before the first decision. */
    public void open() {
        parts.log().append(parts.session(PAPER, Optional.empty(), Hash32.ZERO));
        books.open(executor.observe());
    }

    /** One decision at the market's newest block. */
    public CycleOutcome decide() {
        CycleOutcome outcome = cycle.run();
        parts.log().flush();
        return outcome;
    }

    /**
     * Takes something off the account that is no trade: the books know, and it is a loss.
     *
     * @param amounts of the tokens that it consists of
     */
    public void charge(List<TokenAmount> amounts) {
        Observation seen = executor.observe();
        List<Flow> flows = amounts.stream()
                .filter(amount -> !amount.isZero())
                .map(amount -> new Flow(
                        Flow.Kind.WRITTEN_OFF,
                        amount.token(),
                        amount.raw().negate(),
                        BigInteger.ZERO,
                        Optional.empty(),
                        Optional.empty()))
                .toList();
        Usd nav = Holdings.of(seen.account()).nav(seen.market());
        parts.log()
                .append(new FlowsBooked(
                        seen.market().block(), flows, nav, ledger().custody().units()));
    }

    /**
     * The closed bars that the last decision saw.
     *
     * @throws IllegalStateException before the first
     */
    public PriceWindow window() {
        return cycle.window();
    }

    /** Where the ledger stands. */
    public LedgerState ledger() {
        return parts.log().state();
    }
}
