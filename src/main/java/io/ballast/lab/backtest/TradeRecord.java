package io.ballast.lab.backtest;

/**
 * One transaction that traded, or tried to.
 *
 * @param row of the run's columns in which it was executed
 * @param decision number of the decision it belongs to, as in {@link DecisionRecord}
 * @param sold symbol of what went in
 * @param bought symbol of what came out
 * @param amountIn whole tokens, exact, as decimal text
 * @param amountOut whole tokens, exact, as decimal text; {@code 0} if it failed
 * @param notional of what went in, USD
 * @param cost in USD; of a failed one gas alone
 * @param failed whether it was mined without effect
 */
public record TradeRecord(
        int row,
        int decision,
        String sold,
        String bought,
        String amountIn,
        String amountOut,
        double notional,
        CostSplit cost,
        boolean failed) {
    /** The same at another cost. */
    public TradeRecord costing(CostSplit other) {
        return new TradeRecord(row, decision, sold, bought, amountIn, amountOut, notional, other, failed);
    }
}
