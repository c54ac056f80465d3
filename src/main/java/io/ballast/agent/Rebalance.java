package io.ballast.agent;

import io.ballast.act.execution.Executor;
import io.ballast.act.execution.IntentOutcome;
import io.ballast.act.execution.RiskDesk;
import io.ballast.act.execution.SwapOrder;
import io.ballast.base.units.Token;
import io.ballast.sense.market.Observation;
import io.ballast.think.action.Leg;
import io.ballast.think.feature.PriceWindow;
import io.ballast.think.strategy.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Carries a decision out leg by leg. Each leg is an intent of its own and passes the gate again; each is decided again on the
 * block it is signed at when an earlier transaction of the same decision has passed in between; and when one fails, the rest is
 * dropped. Used by one thread.
 */
public final class Rebalance {
    private final Executor executor;
    private final Decider decider;
    private final DecisionLog decisions;
    private final RiskDesk risk;
    private final Strategy strategy;

    public Rebalance(Executor executor, Decider decider, DecisionLog decisions, RiskDesk risk, Strategy strategy) {
        this.executor = executor;
        this.decider = decider;
        this.decisions = decisions;
        this.risk = risk;
        this.strategy = strategy;
    }

    /** Ends of all intents, in order; never empty. */
    public List<IntentOutcome> carryOut(Decision decision, PriceWindow window) {
        List<IntentOutcome> ends = new ArrayList<>();
        List<Leg> legs = decision.proposal().chosen().legs();
        Observation seen = decision.seen();
        for (int i = 0; i < legs.size(); i++) {
            List<Leg> rest = legs.subList(i, legs.size());
            Optional<Leg> leg = i == 0 ? Optional.of(legs.get(0)) : confirmed(decision, rest, seen, window);
            if (leg.isEmpty() || !trade(decision, i + 1, leg.get(), rest, seen, window, ends)) {
                return ends;
            }
            seen = executor.observe();
        }
        return ends;
    }

    private boolean trade(
            Decision decision,
            int number,
            Leg leg,
            List<Leg> rest,
            Observation seen,
            PriceWindow window,
            List<IntentOutcome> ends) {
        SwapOrder order = order(decision, number, leg, seen);
        if (!executor.needsApproval(order, seen)) {
            return add(ends, executor.swap(order, seen));
        }
        if (!add(ends, executor.approve(order, seen))) {
            return false;
        }
        Observation later = executor.observe();
        Optional<Leg> again = confirmed(decision, withFirst(leg, rest), later, window);
        boolean swapped =
                again.isPresent() && add(ends, executor.swap(order(decision, number, again.get(), later), later));
        return swapped || revoke(decision, leg.quote().amountIn().token(), ends);
    }

    /** The first of the legs as it is priced now, if doing all of them still beats holding. */
    private Optional<Leg> confirmed(Decision decision, List<Leg> legs, Observation seen, PriceWindow window) {
        Decision again = decider.confirm(decision, legs, seen, window, risk.state());
        decisions.append(again, window, true);
        return again.proposal().chosen().legs().stream().findFirst();
    }

    private static List<Leg> withFirst(Leg first, List<Leg> legs) {
        List<Leg> replaced = new ArrayList<>(legs);
        replaced.set(0, first);
        return replaced;
    }

    private boolean revoke(Decision decision, Token token, List<IntentOutcome> ends) {
        ends.add(executor.revoke(decision.id(), token, executor.observe()));
        return false;
    }

    private SwapOrder order(Decision decision, int number, Leg leg, Observation seen) {
        return SwapOrder.of(
                decision.id(),
                number,
                seen.market().header(),
                leg,
                strategy.deadline(),
                seen.market().universe().router())
                .expecting(decision.benefit());
    }

    private static boolean add(List<IntentOutcome> ends, IntentOutcome end) {
        ends.add(end);
        return end.filled();
    }
}
