package io.ballast.lab.backtest.report;

import io.ballast.lab.backtest.judgement.Policy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** All policies by their return, so that nobody chooses which ones to look at. */
final class BaselinesPart {
    private BaselinesPart() {}

    static Tag of(Sheet sheet) {
        List<Policy> policies = new ArrayList<>(sheet.result().baselines());
        policies.add(sheet.result().strategy());
        policies.sort(Comparator.comparingDouble(Policy::total).reversed());
        Grid grid = new Grid("kpi dense", "", "Return %", "Max DD %", "Sharpe", "Turnover × a year", "Cost %");
        for (Policy policy : policies) {
            boolean own = policy.equals(sheet.result().strategy());
            grid.row(
                    own ? "own" : policy.clairvoyant() ? "bound" : "",
                    sheet.name(policy) + (policy.clairvoyant() ? ", knows the future" : ""),
                    Numerals.plain(100 * policy.total(), 1),
                    Numerals.plain(100 * policy.fall().depth(), 1),
                    Numerals.plain(policy.performance().sharpe(), 2),
                    Numerals.plain(policy.trading().turnoverPerYear(), 1),
                    Numerals.plain(100 * policy.trading().cost(), 2));
        }
        return Section.of("baselines", "All baselines", notes(sheet, policies), grid.table());
    }

    private static List<String> notes(Sheet sheet, List<Policy> policies) {
        long followable =
                policies.stream().filter(policy -> !policy.clairvoyant()).count();
        int rank = 1;
        for (Policy policy : policies) {
            rank += !policy.clairvoyant()
                            && policy.total() > sheet.result().strategy().total()
                    ? 1
                    : 0;
        }
        List<String> notes = new ArrayList<>(List.of(
                sheet.result().strategy().name() + " is number " + rank + " of " + followable
                        + " by return, among all that could have been followed.",
                "Rules of the literature choose once a day among all assets but cash. best and bcrp know the future: they bound"
                        + " what one asset, or fixed weights, could have made."));
        if (sheet.result().facts().capitalisation().isEmpty()) {
            notes.add("cap-weighted is not given: the scenario names no series of market capitalisation.");
        }
        return notes;
    }
}
