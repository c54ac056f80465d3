package io.ballast.lab.data.csv;

import io.ballast.lab.data.ImportMapping;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Finds columns of a CSV file that know the future: by a name that says so, by moving with the next bar's return, or by being the next
 * bar's close. An import reads none of them; this is for whoever wants to know what a file holds.
 */
public final class LookAhead {
    private static final String TELLING =
            ".*(future|next|fwd|forward|target|label|look_?ahead|lead|shift|_t_?\\+).*|y|ret_?1";

    private static final double TOO_CLOSE = 0.9;
    private static final int FEWEST = 20;

    private LookAhead() {}

    /** One column that nothing is read from, and what it knows. */
    public record Suspect(String column, String reason) {}

    /** What a column has to do with the bar that comes next. */
    private static final class Tally {
        private final String name;
        private final int field;
        private double value = Double.NaN;
        private long count;
        private long equal;
        private double x;
        private double y;
        private double xx;
        private double yy;
        private double xy;

        Tally(String name, int field) {
            this.name = name;
            this.field = field;
        }

        void next(double move, double close, double now) {
            if (!Double.isNaN(value)) {
                count++;
                equal += value == close ? 1 : 0;
                x += value;
                y += move;
                xx += value * value;
                yy += move * move;
                xy += value * move;
            }
            value = now;
        }

        double correlation() {
            double spread = Math.sqrt((xx - x * x / count) * (yy - y * y / count));
            return spread > 0 ? (xy - x * y / count) / spread : 0;
        }
    }

    /** The suspects of a file, in the order of its columns. */
    public static List<Suspect> in(Path file, ImportMapping mapping) {
        try (CsvRows rows = new CsvRows(file, mapping)) {
            Header header = rows.header();
            int close = header.find("closing price", mapping.close(), List.of("close"));
            List<Tally> tallies = tallies(header);
            double last = Double.NaN;
            while (rows.next()) {
                double now = rows.number("close", close);
                for (Tally tally : tallies) {
                    tally.next(Math.log(now / last), now, rows.maybe(tally.field));
                }
                last = now;
            }
            return tallies.stream()
                    .map(LookAhead::suspect)
                    .flatMap(List::stream)
                    .toList();
        }
    }

    private static List<Tally> tallies(Header header) {
        List<Tally> tallies = new ArrayList<>();
        for (int i = 0; i < header.width(); i++) {
            if (!header.isUsed(i) && !header.isOfABar(i)) {
                tallies.add(new Tally(header.name(i), i));
            }
        }
        return tallies;
    }

    private static List<Suspect> suspect(Tally tally) {
        if (tally.count >= FEWEST && tally.equal > 0.99 * tally.count) {
            return List.of(new Suspect(tally.name, "is the next bar's close"));
        }
        if (tally.count >= FEWEST && Math.abs(tally.correlation()) > TOO_CLOSE) {
            return List.of(new Suspect(
                    tally.name,
                    String.format(
                            Locale.ROOT, "moves with the next bar's return (correlation %.3f)", tally.correlation())));
        }
        return tally.name.toLowerCase(Locale.ROOT).matches(TELLING)
                ? List.of(new Suspect(tally.name, "is called like something from the future"))
                : List.of();
    }
}
