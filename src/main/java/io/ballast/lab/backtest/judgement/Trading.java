package io.ballast.lab.backtest.judgement;

import io.ballast.lab.backtest.CostSplit;
import io.ballast.lab.backtest.RunRecord;
import io.ballast.lab.backtest.TradeRecord;
import io.ballast.lab.backtest.kernel.KernelResult;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * How much was traded and what it cost.
 *
 * @param trades that had an effect; of a baseline its rebalances, each of one trade or more
 * @param failed empty where none can fail
 * @param turnoverPerYear purchases and sales of what is not cash over the equity at that time, the first purchase included
 * @param cost over the capital at the start
 * @param split USD by cause
 * @param exposure mean share that is not cash; empty where it was not kept
 * @param timeInMarket share of rows after which anything but cash is held; empty where it was not kept
 */
public record Trading(
        int trades,
        OptionalInt failed,
        double turnoverPerYear,
        double cost,
        CostSplit split,
        OptionalDouble exposure,
        OptionalDouble timeInMarket) {
    private static final double YEAR = 365 * 86_400.0;

    /** What is worth less than this share of the equity is dust and no position. */
    private static final double DUST = 1e-4;

    static Trading of(RunRecord run, double capital) {
        List<TradeRecord> done =
                run.trades().stream().filter(trade -> !trade.failed()).toList();
        String cash = run.assets().getLast();
        double turnover = 0;
        for (TradeRecord trade : done) {
            int sides = (trade.sold().equals(cash) ? 0 : 1) + (trade.bought().equals(cash) ? 0 : 1);
            turnover += sides * trade.notional() / run.equity()[trade.row()];
        }
        double[] invested = Arrays.stream(run.weights()[run.assets().size() - 1])
                .map(weight -> 1 - weight)
                .toArray();
        double held = Arrays.stream(invested).filter(share -> share > DUST).count();
        return new Trading(
                done.size(),
                OptionalInt.of(run.trades().size() - done.size()),
                turnover / years(run.times()),
                run.costs().total() / capital,
                run.costs(),
                Arrays.stream(invested).average(),
                OptionalDouble.of(held / invested.length));
    }

    /**
     * Of a run of the kernel.
     *
     * @param capital USD at the start
     * @param times of the rows, seconds since the epoch
     */
    public static Trading of(KernelResult result, double capital, long[] times) {
        return new Trading(
                result.rebalances(),
                OptionalInt.empty(),
                result.turnover() / years(times),
                result.costs(),
                new CostSplit(result.costs() * capital, 0, 0, 0, 0),
                OptionalDouble.empty(),
                OptionalDouble.empty());
    }

    private static double years(long[] times) {
        return (times[times.length - 1] - times[0]) / YEAR;
    }

    Map<String, OptionalDouble> figures() {
        Map<String, OptionalDouble> figures = new LinkedHashMap<>();
        figures.put("trades", OptionalDouble.of(trades));
        figures.put("failedTrades", failed.isPresent() ? OptionalDouble.of(failed.getAsInt()) : OptionalDouble.empty());
        figures.put("turnoverPerYear", OptionalDouble.of(turnoverPerYear));
        figures.put("cost", OptionalDouble.of(cost));
        figures.put("exposure", exposure);
        figures.put("timeInMarket", timeInMarket);
        return figures;
    }
}
