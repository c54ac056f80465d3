package io.ballast.base.metric;

import java.util.Arrays;

/**
 * How often values fall into bins of equal width.
 *
 * @param from lower end of the first bin
 * @param width of each
 * @param counts of each; the last bin holds its upper end too
 */
public record Histogram(double from, double width, int[] counts) {

    /**
     * From the least value to the greatest; values that never differ lie in one bin without width.
     *
     * @param bins at least 1
     * @throws IllegalArgumentException without a value
     */
    public static Histogram of(int bins, double... values) {
        double least = Arrays.stream(values).min().orElseThrow(() -> new IllegalArgumentException("no values"));
        double greatest = Arrays.stream(values).max().orElse(least);
        if (least == greatest) {
            return new Histogram(least, 0, new int[] {values.length});
        }
        double width = (greatest - least) / bins;
        int[] counts = new int[bins];
        for (double value : values) {
            counts[Math.min(bins - 1, (int) ((value - least) / width))]++;
        }
        return new Histogram(least, width, counts);
    }
}
