package io.ballast.lab.data.quality;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What was found wrong with a history.
 *
 * @param bars rows that there are
 * @param missing bars that should be between the first and the last and are not
 * @param gaps runs of missing bars
 * @param longestGap in bars
 * @param duplicates rows with the time of the row before
 * @param disordered rows with a time before, or between, those that the timeframe allows
 * @param unfit rows whose prices or volume cannot be
 * @param spikes bars whose close jumps away from both neighbours, which agree
 * @param wicks bars whose high or low is half as far again from open and close
 * @param still bars of runs of 24 or more without any trade
 * @param examples the first few of each, in words
 */
public record Quality(
        Duration timeframe,
        long bars,
        long missing,
        long gaps,
        long longestGap,
        long duplicates,
        long disordered,
        long unfit,
        long spikes,
        long wicks,
        long still,
        List<String> examples) {
    private static final long LONG_GAP = 24;

    public Quality {
        examples = List.copyOf(examples);
    }

    public Grade grade() {
        if (bars < 2 || duplicates + disordered + unfit > 0) {
            return Grade.F;
        }
        double absent = missing / (double) (bars + missing);
        double odd = (spikes + wicks) / (double) bars;
        if (absent > 0.05 || odd > 0.01) {
            return Grade.D;
        }
        boolean blind =
                longestGap > LONG_GAP && timeframe.multipliedBy(longestGap).compareTo(Duration.ofDays(1)) > 0;
        if (absent > 0.005 || blind || still / (double) bars > 0.05) {
            return Grade.C;
        }
        return missing + spikes + wicks + still > 0 ? Grade.B : Grade.A;
    }

    /** Why it is not better, the gravest first; empty for an A. */
    public List<String> reasons() {
        List<String> reasons = new ArrayList<>();
        if (bars < 2) {
            reasons.add("fewer than two bars");
        }
        count(reasons, unfit, "bars with prices or a volume that cannot be");
        count(reasons, duplicates, "times that are there twice");
        count(reasons, disordered, "times out of order or off the timeframe");
        if (missing > 0) {
            reasons.add(String.format(
                    Locale.ROOT,
                    "%d bars missing in %d gaps (%.3f %%), the longest of %d",
                    missing,
                    gaps,
                    100.0 * missing / (bars + missing),
                    longestGap));
        }
        count(reasons, spikes, "single bars that jump away and back");
        count(reasons, wicks, "bars with a high or low half as far again from open and close");
        count(reasons, still, "bars in stretches without any trade");
        return reasons;
    }

    private static void count(List<String> reasons, long count, String what) {
        if (count > 0) {
            reasons.add(count + " " + what);
        }
    }

    private static void plural(List<String> words, long count, String what) {
        count(words, count, count == 1 ? what : what + "s");
    }

    /** {@code B (2 gaps)}: for a line in a report. */
    public String brief() {
        List<String> words = new ArrayList<>();
        plural(words, gaps, "gap");
        plural(words, spikes + wicks, "odd bar");
        plural(words, unfit + duplicates + disordered, "impossible bar");
        plural(words, still, "still bar");
        return grade() + (words.isEmpty() ? "" : " (" + String.join(", ", words) + ")");
    }
}
