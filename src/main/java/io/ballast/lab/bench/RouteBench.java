package io.ballast.lab.bench;

import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.sense.dex.PoolState;
import io.ballast.sense.dex.Router;
import io.ballast.sense.dex.SwapQuote;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What an exact split brings: against the best single route, and against the best split on a grid of 5 %, which is what the
 * field's best-known router searches. Gas is left out of the comparison with the grid on both sides.
 *
 * @param pools of any depth
 * @param gasCost of one unit of gas in raw units of {@code out}
 */
public record RouteBench(List<PoolState> pools, Token in, Token out, BigDecimal gasCost) {
    private static final int GRID = 20;
    private static final int ROUNDS = 50;
    private static final double BPS = 10_000;

    public RouteBench {
        pools = List.copyOf(pools);
    }

    /**
     * One size.
     *
     * @param overSingle gain of the split over the best single route, in basis points of the output
     * @param overGrid gain over the best split on the grid, in basis points of the output
     * @param millis CPU time of one quote, the best of some rounds
     */
    public record Row(TokenAmount size, SwapQuote quote, double overSingle, double overGrid, double millis) {}

    /** One row for each size in whole tokens. */
    public List<Row> run(List<Integer> sizes) {
        return sizes.stream()
                .map(size -> row(TokenAmount.of(in, BigDecimal.valueOf(size))))
                .toList();
    }

    /** The rows as a table. */
    public static List<String> table(List<Row> rows) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT, "%14s %12s %14s %9s  %s", "size", "vs single", "vs 5% grid", "CPU ms", "route"));
        rows.forEach(row -> lines.add(String.format(
                Locale.ROOT,
                "%14s %+8.2f bps %+10.3f bps %9.2f  %s",
                row.size().whole().stripTrailingZeros().toPlainString() + " "
                        + row.size().token(),
                row.overSingle(),
                row.overGrid(),
                row.millis(),
                row.quote().route())));
        return lines;
    }

    private Row row(TokenAmount size) {
        Router router = new Router();
        SwapQuote free = router.best(pools, size, out, BigDecimal.ZERO).orElseThrow();
        double best = free.amountOut().raw().doubleValue();
        double single = router.bestRoute(pools, size, out, BigDecimal.ZERO)
                .map(quote -> quote.amountOut().raw().doubleValue())
                .orElse(0.0);
        double grid = new RouteGrid(pools, router.routes(pools, in, out), size, GRID)
                .best()
                .doubleValue();
        double millis = Double.POSITIVE_INFINITY;
        SwapQuote quote = free;
        for (int round = 0; round < ROUNDS; round++) {
            long start = cpu();
            quote = router.best(pools, size, out, gasCost).orElseThrow();
            millis = Math.min(millis, (cpu() - start) / 1e6);
        }
        return new Row(size, quote, BPS * (best - single) / best, BPS * (best - grid) / best, millis);
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
