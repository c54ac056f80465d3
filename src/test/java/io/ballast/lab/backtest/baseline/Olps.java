package io.ballast.lab.backtest.baseline;

import io.ballast.SharedFiles;
import io.ballast.lab.backtest.kernel.Cost;
import io.ballast.lab.backtest.kernel.Kernel;
import io.ballast.lab.backtest.kernel.KernelResult;
import io.ballast.lab.backtest.kernel.Opening;
import io.ballast.lab.backtest.kernel.PriceTable;
import io.ballast.lab.backtest.kernel.WeightStrategy;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/** Data sets and results of the literature on online portfolio selection, without cost. */
final class Olps {
    private static final String FOLDER = "data/reference_results/";

    private Olps() {}

    static PriceTable table(String name) {
        return PriceTable.ofRelatives(SharedFiles.lines(FOLDER + "olps_price_relatives/" + name + ".csv.gz").stream()
                .skip(1)
                .map(line -> Arrays.stream(line.split(",", -1))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toArray(double[][]::new));
    }

    /** Wealth after each day as the authors' own run printed it; index 0 is the start. */
    static double[] published(String strategy) {
        Path folder = SharedFiles.path(FOLDER + "olps_official_run_logs_djia");
        String file = Stream.of(folder.toFile().list())
                .filter(name -> name.startsWith(strategy + "-djia"))
                .findFirst()
                .orElseThrow();
        return Stream.concat(
                        Stream.of("0\t1\t1"),
                        SharedFiles.lines(FOLDER + "olps_official_run_logs_djia/" + file).stream()
                                .filter(line -> line.matches("[0-9]+\t.*")))
                .mapToDouble(line -> Double.parseDouble(line.split("\t", -1)[2]))
                .toArray();
    }

    static KernelResult run(PriceTable table, WeightStrategy strategy) {
        return new Kernel(Cost.NONE, Opening.CASH).run(table, strategy);
    }
}
