package io.ballast.lab.bench;

import io.ballast.agent.Percentile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What safety costs a decision, in microseconds.
 *
 * @param parts by name, in order: {@code gate}, {@code journal}, {@code added} for both, {@code cpu} of the thread for both, and
 *     {@code floor}
 * @param entries journalled for one decision
 * @param bytes of JSON in them
 */
public record SafetyFigures(Map<String, Spread> parts, int decisions, int entries, long bytes) {
    /** Most that gate and journal may add to the median decision. */
    public static final long BOUND_MICROS = 2_000;

    /** Quantiles in microseconds. */
    public record Spread(long p50, long p99) {
        static Spread of(List<Long> nanos) {
            return new Spread(Percentile.micros(nanos, 50), Percentile.micros(nanos, 99));
        }
    }

    static SafetyFigures of(
            List<Long> gate,
            List<Long> journal,
            List<Long> added,
            List<Long> cpu,
            List<Long> floor,
            int entries,
            long bytes) {
        Map<String, Spread> parts = new LinkedHashMap<>();
        parts.put("gate", Spread.of(gate));
        parts.put("journal", Spread.of(journal));
        parts.put("added", Spread.of(added));
        parts.put("cpu", Spread.of(cpu));
        parts.put("floor", Spread.of(floor));
        return new SafetyFigures(parts, added.size(), entries, bytes);
    }

    /** Whether the median decision is within the bound. */
    public boolean within() {
        return part("added").p50() <= BOUND_MICROS;
    }

    Spread part(String name) {
        Spread spread = parts.get(name);
        if (spread == null) {
            throw new IllegalArgumentException("no part is called " + name);
        }
        return spread;
    }

    /** As a table. */
    public List<String> lines() {
        return List.of(
                String.format(Locale.ROOT, "%-34s %10s %10s", decisions + " decisions", "p50 ms", "p99 ms"),
                line("gate", "gate: two looks, every limit"),
                line("journal", "journal: " + entries + " entries, " + bytes + " B"),
                line("added", "added to a decision"),
                line("cpu", "of that, on the processor"),
                line("floor", "the same bytes, plain, fsynced"),
                "bound: " + BOUND_MICROS / 1_000 + " ms p50, " + (within() ? "held" : "NOT held"));
    }

    private String line(String name, String words) {
        Spread spread = part(name);
        return String.format(Locale.ROOT, "%-34s %10.2f %10.2f", words, spread.p50() / 1e3, spread.p99() / 1e3);
    }
}
