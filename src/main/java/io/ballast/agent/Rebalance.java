package io.ballast.agent;

import io.ballast.act.execution.AllowanceGuard;
import io.ballast.act.execution.Executor;
import io.ballast.act.execution.IntentOutcome;
import io.ballast.act.execution.Retries;
import io.ballast.act.execution.RiskDesk;
import io.ballast.act.execution.SwapOrder;
import io.ballast.sense.dex.web3j.SwapContract;
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
 * dropped. After each leg nothing may be taken any more: what a router left is revoked. Used by one thread.
 */
public final class Rebalance {
    /** Taking an older allowance back, allowing Permit2, allowing the router. */
    private static final int MOST_STEPS = 3;

    private final Executor executor;
    private final Decider decider;
    private final DecisionLog decisions;
    private final RiskDesk risk;
    private final Strategy strategy;
    private final AllowanceGuard allowances;
    private final Retries retries;

    public Rebalance(
            Executor executor,
            Decider decider,
            DecisionLog decisions,
            RiskDesk risk,
            Strategy strategy,
            AllowanceGuard allowances,
            Retries retries) {
        this.executor = executor;
        this.decider = decider;
        this.decisions = decisions;
        this.risk = risk;
        this.strategy = strategy;
        this.retries = retries;
        this.allowances = allowances;
    }

    /** Ends of all intents, in order; never empty. */
    public List<IntentOutcome> carryOut(Decision decision, PriceWindow window) {
        List<IntentOutcome> ends = new ArrayList<>();
        List<Leg> legs = decision.proposal().chosen().legs();
        Observation seen = decision.seen();
        for (int i = 0; i < legs.size(); i++) {
            List<Leg> rest = legs.subList(i, legs.size());
            Optional<Leg> leg = i == 0 ? Optional.of(legs.get(0)) : confirmed(decision, rest, seen, window);
            if (leg.isEmpty()) {
                return ends;
            }
            Optional<Observation> after = trade(decision, i + 1, leg.get(), rest, seen, window, ends);
            if (after.isEmpty()) {
                ends.addAll(allowances.atRest(decision.id()).revoked());
                return ends;
            }
            seen = after.get();
        }
        return ends;
    }

    /** What is seen after the swap; empty if there was none, or if something was left to take. */
    private Optional<Observation> trade(
            Decision decision,
            int number,
            Leg leg,
            List<Leg> rest,
            Observation seen,
            PriceWindow window,
            List<IntentOutcome> ends) {
        SwapOrder order = order(decision, number, leg, seen);
        SwapContract router = order.router();
        Observation now = seen;
        for (int step = 0; executor.needsApproval(order, now); step++) {
            if (step == MOST_STEPS || !add(ends, executor.approve(order, now))) {
                return Optional.empty();
            }
            now = executor.observe();
            Optional<Leg> again = confirmed(decision, withFirst(leg, rest), now, window);
            if (again.isEmpty()) {
                return Optional.empty();
            }
            order = order(decision, number, again.get(), now);
            if (!order.router().equals(router)) {
                return Optional.empty();
            }
        }
        return swap(decision, order, rest, now, window, ends);
    }

    /** A swap that failed is tried again as often as allowed, while all of the rest still beats holding. */
    private Optional<Observation> swap(
            Decision decision,
            SwapOrder order,
            List<Leg> rest,
            Observation seen,
            PriceWindow window,
            List<IntentOutcome> ends) {
        if (add(ends, executor.swap(order, seen))) {
            return consumed(order, ends);
        }
        if (!retries.allow(order, ends.getLast())) {
            return Optional.empty();
        }
        Observation now = executor.observe();
        Optional<SwapOrder> next = confirmed(decision, rest, now, window)
                .flatMap(leg -> order.again(order(decision, order.leg(), leg, now)))
                .filter(again -> !executor.needsApproval(again, now));
        return next.flatMap(again -> swap(decision, again, rest, now, window, ends));
    }

    /** What is seen afterwards if the swap took all that it was allowed to take. */
    private Optional<Observation> consumed(SwapOrder order, List<IntentOutcome> ends) {
        AllowanceGuard.Rest rest = allowances.afterTrade(order);
        ends.addAll(rest.revoked());
        return rest.revoked().isEmpty() ? Optional.of(rest.seen()) : Optional.empty();
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

    private SwapOrder order(Decision decision, int number, Leg leg, Observation seen) {
        return SwapOrder.of(decision.id(), number, seen.market(), leg, strategy.deadline())
                .expecting(decision.benefit());
    }

    private static boolean add(List<IntentOutcome> ends, IntentOutcome end) {
        ends.add(end);
        return end.filled();
    }
}
