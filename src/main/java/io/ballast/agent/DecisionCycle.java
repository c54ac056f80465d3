package io.ballast.agent;

import io.ballast.act.execution.Bookkeeping;
import io.ballast.act.execution.Executor;
import io.ballast.act.execution.IntentOutcome;
import io.ballast.act.execution.RiskDesk;
import io.ballast.act.risk.LimitCheck;
import io.ballast.act.risk.Situation;
import io.ballast.act.risk.TradingState;
import io.ballast.base.units.Wei;
import io.ballast.sense.market.Observation;
import io.ballast.think.feature.PriceWindow;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * One decision at one block, from the market to reconciled balances. The same code runs live, on paper and in the demo. Used by
 * one thread.
 */
public final class DecisionCycle {
    private final Executor executor;
    private final BarWindow bars;
    private final Decider decider;
    private final DecisionLog decisions;
    private final Optional<Rebalance> rebalance;
    private final Bookkeeping books;
    private final RiskDesk risk;
    private final InstantSource clock;
    private final LatencyRecorder latency;
    private final Wei tip;

    /** @param rebalance empty in the shadow: decisions are journalled and nothing is done */
    public DecisionCycle(
            Executor executor,
            BarWindow bars,
            Decider decider,
            DecisionLog decisions,
            Optional<Rebalance> rebalance,
            Bookkeeping books,
            RiskDesk risk,
            InstantSource clock,
            LatencyRecorder latency,
            Wei tip) {
        this.executor = executor;
        this.bars = bars;
        this.decider = decider;
        this.decisions = decisions;
        this.rebalance = rebalance;
        this.books = books;
        this.risk = risk;
        this.clock = clock;
        this.latency = latency;
        this.tip = tip;
    }

    /** Observes, decides and, if the decision is to trade and every limit agrees, trades. */
    public CycleOutcome run() {
        latency.headNoticed();
        Observation seen = books.before(executor.observe());
        Situation situation = risk.situation(clock.instant(), seen, tip);
        risk.observe(situation);
        boolean exiting = risk.state().watch().exiting();
        if (exiting && decider.isOut(seen)) {
            risk.exited();
        }
        Optional<String> gap = bars.close(seen.market());
        if (risk.state().trading() == TradingState.HALTED) {
            return held(Optional.empty(), seen, "HALTED: " + risk.state().reason());
        }
        if (gap.isPresent() && !exiting) {
            return held(Optional.empty(), seen, gap.get());
        }
        Decision decision =
                decider.decide(decisions.nextId(), seen, bars.window(), risk.state(), () -> risk.ceiling(situation));
        decisions.append(decision, bars.window(), false);
        if (decision.holds()) {
            return held(Optional.of(decision), seen, decision.proposal().reason());
        }
        return rebalance
                .map(trader -> carriedOut(trader, decision))
                .orElseGet(() -> held(
                        Optional.of(decision),
                        seen,
                        "shadow: would " + decision.proposal().chosen().label()));
    }

    /** The closed bars as they are. */
    PriceWindow window() {
        return bars.window();
    }

    private CycleOutcome held(Optional<Decision> decision, Observation seen, String note) {
        return new CycleOutcome(
                decision, List.of(), List.of(), seen, risk.state(), remarked(note), risk.takeWarnings());
    }

    private CycleOutcome carriedOut(Rebalance trader, Decision decision) {
        List<IntentOutcome> ends = trader.carryOut(decision, bars.window());
        List<LimitCheck> checks = risk.lastChecks();
        Observation after = executor.observe();
        books.check(after);
        return new CycleOutcome(
                Optional.of(decision),
                ends,
                checks,
                after,
                risk.state(),
                remarked(ends.getLast().describe()),
                risk.takeWarnings());
    }

    private String remarked(String note) {
        String remarks = books.remarks();
        return remarks.isEmpty() ? note : note + " (" + remarks + ")";
    }
}
