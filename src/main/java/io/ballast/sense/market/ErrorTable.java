package io.ballast.sense.market;

import io.ballast.base.units.PoolId;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How far our arithmetic is from the chain, pool by pool. */
public record ErrorTable(List<Row> rows) {
    public ErrorTable {
        rows = List.copyOf(rows);
    }

    /**
     * One pool.
     *
     * @param swaps that were compared
     * @param exactIn of them, for an exact amount in
     * @param exactOut of them, for an exact amount out
     * @param different whose amounts are not ours to the unit
     * @param p50 median error, raw units of the token compared
     * @param p99 99th percentile, raw
     * @param max raw
     * @param maxBps in basis points of the amount expected
     */
    public record Row(
            PoolId pool,
            int swaps,
            int exactIn,
            int exactOut,
            int different,
            BigInteger p50,
            BigInteger p99,
            BigInteger max,
            BigDecimal p50Bps,
            BigDecimal p99Bps,
            BigDecimal maxBps) {}

    public static ErrorTable of(List<SwapCheck> checks) {
        return new ErrorTable(
                checks.stream()
                        .collect(Collectors.groupingBy(SwapCheck::pool, TreeMap::new, Collectors.toList()))
                        .values()
                        .stream()
                        .map(ErrorTable::row)
                        .toList());
    }

    private static Row row(List<SwapCheck> checks) {
        List<BigInteger> errors = checks.stream().map(SwapCheck::error).sorted().toList();
        List<BigDecimal> bps = checks.stream().map(SwapCheck::errorBps).sorted().toList();
        return new Row(
                checks.get(0).pool(),
                checks.size(),
                count(checks, SwapCheck.Kind.EXACT_IN),
                count(checks, SwapCheck.Kind.EXACT_OUT),
                (int) checks.stream().filter(check -> !check.exact()).count(),
                at(errors, 50),
                at(errors, 99),
                at(errors, 100),
                at(bps, 50),
                at(bps, 99),
                at(bps, 100));
    }

    private static int count(List<SwapCheck> checks, SwapCheck.Kind kind) {
        return (int) checks.stream().filter(check -> check.kind() == kind).count();
    }

    /**
     * A percentile of all errors by nearest rank, in basis points of the amount expected.
     *
     * @param checks at least one
     * @param percent from 1 to 100
     */
    public static BigDecimal bps(List<SwapCheck> checks, int percent) {
        return at(checks.stream().map(SwapCheck::errorBps).sorted().toList(), percent);
    }

    /** Nearest rank. */
    private static <T extends Comparable<T>> T at(List<T> sorted, int percent) {
        return sorted.get(Math.max(0, Math.ceilDiv(sorted.size() * percent, 100) - 1));
    }

    public int swaps() {
        return rows.stream().mapToInt(Row::swaps).sum();
    }

    public int different() {
        return rows.stream().mapToInt(Row::different).sum();
    }

    /** For people, one line each. */
    public List<String> lines() {
        return Stream.concat(
                        Stream.of(String.format(
                                Locale.ROOT,
                                "%-42s %6s %8s %9s %9s %22s %22s",
                                "pool",
                                "swaps",
                                "exact in",
                                "exact out",
                                "different",
                                "error p50/p99/max wei",
                                "p50/p99/max bps")),
                        rows.stream().sorted(Comparator.comparing(Row::pool)).map(ErrorTable::line))
                .toList();
    }

    private static String line(Row row) {
        return String.format(
                Locale.ROOT,
                "%-42s %6d %8d %9d %9d %22s %22s",
                row.pool(),
                row.swaps(),
                row.exactIn(),
                row.exactOut(),
                row.different(),
                row.p50() + "/" + row.p99() + "/" + row.max(),
                plain(row.p50Bps()) + "/" + plain(row.p99Bps()) + "/" + plain(row.maxBps()));
    }

    private static String plain(BigDecimal bps) {
        return bps.signum() == 0 ? "0" : bps.stripTrailingZeros().toPlainString();
    }
}
