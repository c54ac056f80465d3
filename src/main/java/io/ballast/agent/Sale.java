package io.ballast.agent;

import io.ballast.act.execution.AllowanceGuard;
import io.ballast.act.execution.IntentOutcome;
import io.ballast.act.execution.OnChainExecutor;
import io.ballast.act.execution.SwapOrder;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.sense.market.Observation;
import io.ballast.think.action.Candidate;
import io.ballast.think.action.Leg;
import io.ballast.think.portfolio.Holdings;
import java.util.List;
import java.util.Optional;

/** Sells tokens for cash on a person's command, part by part: approve exactly, price again, swap, read the allowance back. */
final class Sale {
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
        SwapOrder order = order(leg, seen);
        if (!executor.needsApproval(order, seen)) {
            return add(ends, executor.swap(order, seen)) && consumed(order, ends);
        }
        List<IntentOutcome> cleared =
                allowances.clear(id + "." + parts, order.amountIn().token(), seen);
        ends.addAll(cleared);
        if (!cleared.stream().allMatch(IntentOutcome::filled) || !add(ends, executor.approve(order, seen))) {
            return false;
        }
        Observation later = executor.observe();
        Optional<Leg> again = pricing.priced(later.market(), Holdings.of(later.account()), order.amountIn())
                .map(candidate -> candidate.legs().getFirst());
        if (again.isPresent() && add(ends, executor.swap(order(again.get(), later), later))) {
            return consumed(order, ends);
        }
        ends.add(executor.revoke(id, order.amountIn().token(), executor.observe()));
        return false;
    }

    private boolean consumed(SwapOrder order, List<IntentOutcome> ends) {
        List<IntentOutcome> revoked =
                allowances.afterTrade(order.decisionId(), order.amountIn().token(), order.router());
        ends.addAll(revoked);
        return revoked.isEmpty();
    }

    private SwapOrder order(Leg leg, Observation seen) {
        return SwapOrder.of(
                id,
                parts,
                seen.market().header(),
                leg,
                session.config().strategy().deadline(),
                seen.market().universe().router());
    }

    private static boolean add(List<IntentOutcome> ends, IntentOutcome end) {
        ends.add(end);
        return end.filled();
    }
}
