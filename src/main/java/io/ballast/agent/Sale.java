package io.ballast.agent;

import io.ballast.act.execution.AllowanceGuard;
import io.ballast.act.execution.IntentOutcome;
import io.ballast.act.execution.OnChainExecutor;
import io.ballast.act.execution.SwapOrder;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.sense.dex.web3j.SwapContract;
import io.ballast.sense.market.Observation;
import io.ballast.think.action.Candidate;
import io.ballast.think.action.Leg;
import io.ballast.think.portfolio.Holdings;
import java.util.List;
import java.util.Optional;

/** Sells tokens for cash on a person's command, part by part: approve exactly, price again, swap, read the allowance back. */
final class Sale {
    /** Steps to an approval: taking another amount back, and granting, at the token and at Permit2. */
    private static final int MOST_STEPS = 4;

    private final CommandSession session;
    private final SalePricing pricing;
    private final String id;
    private final OnChainExecutor executor;
    private final AllowanceGuard allowances;
    private int parts;

    Sale(CommandSession session, SalePricing pricing, String id) {
        this.session = session;
        this.pricing = pricing;
        this.id = id;
        this.executor = session.parts().executor();
        this.allowances = session.parts().allowances();
    }

    /** Whether all of the token is sold. */
    boolean all(Token token, List<IntentOutcome> ends) {
        Observation seen = executor.observe();
        TokenAmount left = Holdings.of(seen.account()).amount(token);
        while (!left.isZero()) {
            Optional<Candidate> part = pricing.next(seen.market(), Holdings.of(seen.account()), left);
            if (part.isEmpty() || !trade(part.get().legs().getFirst(), seen, ends)) {
                return false;
            }
            seen = executor.observe();
            left = Holdings.of(seen.account()).amount(token);
        }
        return true;
    }

    private boolean trade(Leg leg, Observation seen, List<IntentOutcome> ends) {
        parts++;
        boolean sold = swapped(leg, seen, ends);
        if (!sold) {
            ends.addAll(allowances.atRest(id + "." + parts).revoked());
        }
        return sold;
    }

    private boolean swapped(Leg leg, Observation seen, List<IntentOutcome> ends) {
        SwapOrder order = order(leg, seen);
        SwapContract router = order.router();
        Observation now = seen;
        for (int step = 0; executor.needsApproval(order, now); step++) {
            if (step == MOST_STEPS || !add(ends, executor.approve(order, now))) {
                return false;
            }
            now = executor.observe();
            Optional<Candidate> again = pricing.priced(now.market(), Holdings.of(now.account()), order.amountIn());
            if (again.isEmpty()) {
                return false;
            }
            order = order(again.get().legs().getFirst(), now);
            if (!order.router().equals(router)) {
                return false;
            }
        }
        return add(ends, executor.swap(order, now)) && consumed(order, ends);
    }

    private boolean consumed(SwapOrder order, List<IntentOutcome> ends) {
        List<IntentOutcome> revoked = allowances.afterTrade(order).revoked();
        ends.addAll(revoked);
        return revoked.isEmpty();
    }

    private SwapOrder order(Leg leg, Observation seen) {
        return SwapOrder.of(
                id, parts, seen.market(), leg, session.config().strategy().deadline());
    }

    private static boolean add(List<IntentOutcome> ends, IntentOutcome end) {
        ends.add(end);
        return end.filled();
    }
}
