package io.ballast.app.cli.screen;

import io.ballast.lab.backtest.CostSplit;
import io.ballast.lab.backtest.RunRecord;
import io.ballast.lab.backtest.TradeRecord;
import io.ballast.lab.backtest.scenario.Scenario;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** A backtest's result for people and for scripts. */
public final class BacktestLines {
    private BacktestLines() {}

    /** A few lines of text. */
    public static List<String> of(Scenario scenario, RunRecord run) {
        CostSplit costs = run.costs();
        long failed = run.trades().stream().filter(TradeRecord::failed).count();
        return List.of(
                "BACKTEST " + scenario.name() + " · " + run.strategy() + " · "
                        + scenario.written().period().text(),
                "fills   " + scenario.fills().label() + evidence(scenario),
                String.format(
                        Locale.ROOT,
                        "equity  %,.2f → %,.2f USD, %+.2f %% over %d bars",
                        run.equity()[0],
                        run.equity()[run.rows() - 1],
                        100 * total(run),
                        run.rows()),
                String.format(
                        Locale.ROOT,
                        "trades  %d, %d failed; costs %,.2f USD: fee %,.2f impact %,.2f gas %,.2f delay %,.2f MEV %,.2f",
                        run.trades().size(),
                        failed,
                        costs.total(),
                        costs.fee(),
                        costs.impact(),
                        costs.gas(),
                        costs.delay(),
                        costs.mev()),
                "scenario " + scenario.hash().hex());
    }

    private static String evidence(Scenario scenario) {
        return scenario.written().data().prices().synthetic().isPresent() ? " · synthetic prices: not evidence" : "";
    }

    private static double total(RunRecord run) {
        return run.equity()[run.rows() - 1] / run.equity()[0] - 1;
    }

    /** The same as a document. */
    public static Map<String, Object> document(Scenario scenario, RunRecord run) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("scenario", scenario.name());
        document.put("strategy", run.strategy());
        document.put("metrics", Map.of("totalReturn", total(run)));
        document.put("baselines", Map.of());
        document.put("costs", run.costs());
        document.put("trades", run.trades());
        document.put("equity", equity(run));
        document.put("simulatorError", null);
        document.put("hashes", Map.of("scenario", scenario.hash()));
        return document;
    }

    private static List<List<Object>> equity(RunRecord run) {
        return IntStream.range(0, run.rows())
                .mapToObj(row -> List.<Object>of(
                        Instant.ofEpochSecond(run.times()[row]).toString(), run.equity()[row]))
                .toList();
    }
}
