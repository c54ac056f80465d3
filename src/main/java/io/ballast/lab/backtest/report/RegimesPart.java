package io.ballast.lab.backtest.report;

import io.ballast.base.metric.Regime;
import io.ballast.base.metric.RegimeTable;
import java.util.List;
import java.util.Locale;

/** How strategy and market did in rising and falling, calm and stormy times. */
final class RegimesPart {
    private RegimesPart() {}

    static Tag of(Sheet sheet) {
        List<String> notes = List.of(
                "Regimes of the market as hold saw it, told by the 30 periods before each, so that they could have been known."
                        + " Stormy: more unrest than in half of all windows up to then.",
                "A figure from few periods says little.");
        return Section.of(
                "regimes",
                "Regimes",
                notes,
                sheet.result()
                        .regimes()
                        .map(table -> rows(sheet, table))
                        .orElseGet(() -> Tag.of("p", "none", "Too short to tell any.")));
    }

    private static Tag rows(Sheet sheet, RegimeTable table) {
        String own = sheet.result().strategy().name();
        Grid grid = new Grid("kpi", "", "Periods", own + " %", "hold %", "difference", "Sharpe of " + own);
        for (Regime regime : Regime.values()) {
            RegimeTable.Row row = table.rows().get(regime);
            if (row != null && row.periods() > 0) {
                double total = row.total().orElse(Double.NaN);
                double hold = row.benchmark().orElse(Double.NaN);
                grid.row(
                        "",
                        regime.name().toLowerCase(Locale.ROOT).replace("_", ", "),
                        Numerals.plain(row.periods(), 0),
                        Numerals.signed(100 * total, 1),
                        Numerals.signed(100 * hold, 1),
                        Numerals.signed(100 * (total - hold), 1),
                        Numerals.plain(row.sharpe(), 2));
            }
        }
        return grid.table();
    }
}
