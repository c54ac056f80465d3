package io.ballast.lab.backtest.report;

import io.ballast.lab.backtest.RunRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which assets get a colour of their own: those that were held most, in the order of the run; the rest is one band.
 *
 * @param shown indices of assets, cash not among them
 * @param rest indices of all others but cash
 */
record Holdings(RunRecord run, List<Integer> shown, List<Integer> rest) {
    private static final int COLOURS = 8;

    static Holdings of(RunRecord run) {
        int risky = run.assets().size() - 1;
        int most = risky <= COLOURS ? COLOURS : COLOURS - 1;
        List<Integer> shown = IntStream.range(0, risky)
                .boxed()
                .sorted(Comparator.comparingDouble(asset ->
                        -Arrays.stream(run.weights()[asset]).sum()))
                .limit(most)
                .sorted()
                .toList();
        List<Integer> rest = new ArrayList<>(IntStream.range(0, risky).boxed().toList());
        rest.removeAll(shown);
        return new Holdings(run, shown, rest);
    }

    /** Colour class of a shown asset. */
    String css(int asset) {
        return "a" + (shown.indexOf(asset) + 1);
    }

    /** Shares in percent, first at the top of the stack; cash last. */
    List<Line> lines(Sheet sheet) {
        List<Line> lines = new ArrayList<>();
        for (int asset : shown) {
            lines.add(line(sheet, run.assets().get(asset), css(asset), List.of(asset)));
        }
        if (!rest.isEmpty()) {
            lines.add(line(sheet, rest.size() + " others", "a" + COLOURS, rest));
        }
        int cash = run.assets().size() - 1;
        lines.add(line(sheet, run.assets().get(cash), "cash", List.of(cash)));
        return lines;
    }

    private Line line(Sheet sheet, String name, String css, List<Integer> assets) {
        double[] sum = new double[run.rows()];
        for (int asset : assets) {
            Arrays.setAll(sum, row -> sum[row] + 100 * run.weights()[asset][row]);
        }
        return new Line(name, css, sheet.values(sum));
    }
}
