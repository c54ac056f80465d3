package io.ballast.lab.backtest;

import java.util.List;
import java.util.Optional;

/**
 * What one run left behind, whatever filled its orders: columns with one row a bar, and what was decided and done. Figures are
 * for reports; nothing that is executed is computed from them.
 *
 * @param strategy name in its file
 * @param assets symbols in the order of the columns; the last is cash
 * @param times of each row, seconds since the epoch, ascending; the first is the start
 * @param equity in USD, one a row, after the trades of that row
 * @param weights {@code [asset][row]}, share of equity after the trades of that row, 0 to 1
 * @param prices {@code [asset][row]}, USD for one whole token
 * @param trades in the order of their execution
 * @param decisions in the order they were made
 * @param halted when and why the limits stopped trading for the rest of the run, for people; empty if they never did
 */
public record RunRecord(
        String strategy,
        List<String> assets,
        long[] times,
        double[] equity,
        double[][] weights,
        double[][] prices,
        List<TradeRecord> trades,
        List<DecisionRecord> decisions,
        Optional<String> halted) {
    public RunRecord {
        assets = List.copyOf(assets);
        trades = List.copyOf(trades);
        decisions = List.copyOf(decisions);
        int rows = times.length;
        if (rows < 2 || equity.length != rows || weights.length != assets.size() || prices.length != assets.size()) {
            throw new IllegalArgumentException("a run needs two rows or more, and columns of the same length");
        }
    }

    /** Rows, the start among them. */
    public int rows() {
        return times.length;
    }

    /** Sum of what all trades cost. */
    public CostSplit costs() {
        return trades.stream().map(TradeRecord::cost).reduce(CostSplit.NONE, CostSplit::plus);
    }
}
