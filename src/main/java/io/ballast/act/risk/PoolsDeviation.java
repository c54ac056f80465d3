package io.ballast.act.risk;

import io.ballast.base.units.Bps;
import io.ballast.base.units.Token;
import io.ballast.sense.dex.PoolState;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;

/**
 * The price of the quote against the marginal prices of other pools of the pair, those that the swap does not touch: half of
 * them or more must agree. Where this witness is asked for, a pair without another pool is refused.
 */
record PoolsDeviation(Bps max, Set<PriceWitness> witnesses) implements Limit {
    private static final int SCALE = 12;

    @Override
    public LimitCode code() {
        return LimitCode.POOLS_DEVIATION_EXCEEDS_MAX;
    }

    @Override
    public LimitCheck check(Question question) {
        if (!witnesses.contains(PriceWitness.POOLS)) {
            return LimitCheck.pass(code(), "not asked for");
        }
        ProposedTransaction transaction = question.transaction();
        List<BigDecimal> deviations = question.situation().pools().stream()
                .filter(pool -> !transaction.pools().contains(pool.id()))
                .filter(pool -> pool.holds(transaction.tokenIn()) && pool.holds(transaction.tokenOut()))
                .map(pool -> deviation(transaction, pool))
                .sorted()
                .toList();
        if (deviations.isEmpty()) {
            return LimitCheck.refuse(code(), "no other pool of " + pair(transaction));
        }
        BigDecimal middle = deviations.get((deviations.size() - 1) / 2);
        return LimitCheck.atMost(code(), middle, max.fraction(), LimitCheck::bps);
    }

    private static BigDecimal deviation(ProposedTransaction transaction, PoolState pool) {
        BigDecimal there = pool.midPrice(transaction.tokenIn(), transaction.tokenOut())
                .multiply(transaction.amountIn().whole());
        return transaction.quotedOut().whole().subtract(there).abs().divide(there, SCALE, RoundingMode.UP);
    }

    private static String pair(ProposedTransaction transaction) {
        Token in = transaction.tokenIn();
        return in + "/" + transaction.tokenOut();
    }
}
