package io.ballast.app.cli;

import io.ballast.lab.bench.SetFigures;
import io.ballast.lab.bench.V3Sdk;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Figures of a benchmark as lines and as a document. */
final class BenchLines {
    private BenchLines() {}

    static List<String> of(List<SetFigures> figures) {
        int width = figures.stream().mapToInt(set -> set.name().length()).max().orElse(0);
        String name = "%-" + Math.max(width, 3) + "s";
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                name + " %6s %12s %14s %14s %8s %8s  %s",
                "set",
                "swaps",
                "ticks/swap",
                "ours/CPU s",
                "v3-sdk/CPU s",
                "ratio",
                "B/swap",
                "results"));
        figures.forEach(set -> lines.add(line(name, set)));
        lines.add("best round by CPU time, after as many to warm up; v3-sdk is " + V3Sdk.NAME
                + ", with a new pool object for each quote");
        return lines;
    }

    private static String line(String name, SetFigures set) {
        return String.format(
                Locale.ROOT,
                name + " %6d %12s %14.0f %14s %8s %8d  %s",
                set.name(),
                set.swaps(),
                String.format(Locale.ROOT, "%.1f/%d", set.ticksCrossedMean(), set.ticksCrossedMost()),
                set.swapsPerCpuSecond(),
                number(set.sdkSwapsPerCpuSecond(), "%.0f"),
                number(set.ratio(), "%.0f×"),
                set.bytesPerSwap(),
                words(set));
    }

    private static String number(OptionalDouble value, String format) {
        return value.isPresent() ? String.format(Locale.ROOT, format, value.getAsDouble()) : "-";
    }

    private static String words(SetFigures set) {
        List<String> words = new ArrayList<>();
        set.unequal().ifPresent(count -> words.add(differing(count, "v3-sdk")));
        set.unequalToRecorded().ifPresent(count -> words.add(differing(count, "the file")));
        return words.isEmpty() ? "not compared" : String.join(", ", words);
    }

    private static String differing(int count, String other) {
        return count == 0 ? "all equal to " + other : count + " DIFFER from " + other;
    }

    static Map<String, Object> document(List<SetFigures> figures) {
        return Map.of(
                "peer",
                V3Sdk.NAME,
                "sets",
                figures.stream().map(BenchLines::fields).toList());
    }

    private static Map<String, Object> fields(SetFigures set) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", set.name());
        fields.put("swaps", set.swaps());
        fields.put("ticksCrossedMean", set.ticksCrossedMean());
        fields.put("ticksCrossedMost", set.ticksCrossedMost());
        fields.put("swapsPerCpuSecond", Math.round(set.swapsPerCpuSecond()));
        set.sdkSwapsPerCpuSecond().ifPresent(speed -> fields.put("peerSwapsPerCpuSecond", Math.round(speed)));
        set.ratio().ifPresent(ratio -> fields.put("ratio", ratio));
        fields.put("bytesPerSwap", set.bytesPerSwap());
        put(fields, "unequalToPeer", set.unequal());
        put(fields, "unequalToRecorded", set.unequalToRecorded());
        return fields;
    }

    private static void put(Map<String, Object> fields, String name, OptionalInt value) {
        value.ifPresent(number -> fields.put(name, number));
    }
}
