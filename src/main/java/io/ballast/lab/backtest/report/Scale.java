package io.ballast.lab.backtest.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Values from bottom to top of a chart. */
record Scale(double least, double greatest, boolean log) {
    private static final double[] STEPS = {1, 2, 5, 10};
    private static final int TICKS = 7;
    private static final double AIR = 0.04;

    /** Holds all values that are numbers, with some air; a flat series gets room of its own. */
    static Scale around(boolean log, double... values) {
        double least = Arrays.stream(values).filter(Double::isFinite).min().orElse(0);
        double greatest = Arrays.stream(values).filter(Double::isFinite).max().orElse(1);
        if (log && least > 0) {
            double air = Math.max(0.01, AIR * Math.log(greatest / least));
            return new Scale(least * Math.exp(-air), greatest * Math.exp(air), true);
        }
        double air = greatest > least ? AIR * (greatest - least) : Math.max(1e-6, Math.abs(least) / 10);
        return new Scale(least - air, greatest + air, false);
    }

    /** The same with room for marks above and below. */
    Scale roomier(double air) {
        double more = log ? air * Math.log(greatest / least) : air * (greatest - least);
        return log
                ? new Scale(least * Math.exp(-more), greatest * Math.exp(more), true)
                : new Scale(least - more, greatest + more, false);
    }

    /** 0 at the bottom, 1 at the top. */
    double share(double value) {
        return log
                ? Math.log(value / least) / Math.log(greatest / least)
                : (value - least) / (greatest - least);
    }

    /** Round distance between ticks. */
    double step() {
        double raw = (greatest - least) / TICKS;
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        return Arrays.stream(STEPS).map(s -> s * power).filter(s -> s >= raw * 0.99).min().orElse(10 * power);
    }

    List<Double> ticks() {
        return log && greatest / least > 4 ? decades() : even();
    }

    private List<Double> even() {
        double step = step();
        List<Double> ticks = new ArrayList<>();
        for (long i = (long) Math.ceil(least / step); i * step <= greatest; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    private List<Double> decades() {
        boolean wide = greatest / least > 300;
        List<Double> ticks = new ArrayList<>();
        for (int power = (int) Math.floor(Math.log10(least)); Math.pow(10, power) <= greatest; power++) {
            for (int digit : wide ? new int[] {1} : new int[] {1, 2, 5}) {
                double tick = digit * Math.pow(10, power);
                if (tick >= least && tick <= greatest) {
                    ticks.add(tick);
                }
            }
        }
        return ticks;
    }

    /** As text, by the distance of ticks near it. */
    String label(double tick) {
        return Numerals.tick(tick, log && greatest / least > 4 ? Math.pow(10, Math.floor(Math.log10(tick))) : step());
    }
}
