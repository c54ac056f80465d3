package io.ballast.app.cli;

import io.ballast.lab.bench.RouteBench;
import io.ballast.lab.bench.RouteMarket;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What an exact split brings. */
@Command(
        name = "route",
        description = {
            "Split swaps of several sizes over seven pools made from a seed, and print the gain over the best single route and"
                    + " over a grid of 5 %%, which is what the field's best-known router searches."
        },
        footer = {"", "Example:", "  ballast bench route"})
final class BenchRouteCommand extends Verb {
    @Option(names = "--seed", paramLabel = "S", defaultValue = "7", description = "Fixes the pools (default: 7).")
    private long seed;

    @Option(
            names = "--sizes",
            paramLabel = "N",
            split = ",",
            defaultValue = "10,100,500,1000,3000",
            description = "Sizes in WETH (default: 10,100,500,1000,3000).")
    private List<Integer> sizes = List.of();

    BenchRouteCommand(Environment environment) {
        super(environment);
    }

    @Override
    public Integer call() {
        sizes.forEach(size -> Requirement.inRange("--sizes", size, 1, 100_000));
        List<RouteBench.Row> rows = new RouteMarket(seed).bench().run(sizes);
        output.result(
                Map.of("rows", rows.stream().map(BenchRouteCommand::document).toList()), RouteBench.table(rows));
        return ExitCode.DONE;
    }

    private static Map<String, Object> document(RouteBench.Row row) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("amountIn", row.size().raw().toString());
        document.put("amountOut", row.quote().amountOut().raw().toString());
        document.put("routes", row.quote().route());
        document.put("gas", row.quote().gas());
        document.put("overSingleBps", row.overSingle());
        document.put("overFivePercentGridBps", row.overGrid());
        document.put("cpuMillis", row.millis());
        return document;
    }
}
