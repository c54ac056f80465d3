package io.ballast.lab.backtest.report;

import io.ballast.base.metric.CapacityCurve;
import java.util.List;

/** What is left of the edge with more capital; words where nobody measured it. */
final class CapacityPart {
    private CapacityPart() {}

    static Tag of(Sheet sheet) {
        return sheet.result()
                .capacity()
                .map(curve -> measured(sheet, curve))
                .orElseGet(CapacityPart::unknown);
    }

    private static Tag unknown() {
        return Section.of(
                "capacity",
                "Capacity",
                List.of("Return against capital through the depth of real pools."),
                Tag.of("p", "none")
                        .add(Tag.of("b").text("Not measured. "))
                        .text("How much of any edge is left at a larger size is unknown; plain rates and fills without depth"
                                + " cannot tell."));
    }

    private static Tag measured(Sheet sheet, CapacityCurve curve) {
        Grid grid = new Grid("kpi", "Capital, USD", "Edge over " + sheet.name(sheet.result().best()) + ", % a year", "");
        double most = curve.points().stream()
                .mapToDouble(point -> Math.abs(point.edge()))
                .max()
                .orElse(1);
        for (CapacityCurve.Point point : curve.points()) {
            Tag bar = Tag.of("i", point.edge() < 0 ? "len neg" : "len")
                    .with("style", "width:" + Coordinate.of(90 * Math.abs(point.edge()) / Math.max(most, 1e-12)) + "%");
            grid.row(
                    point.capital() == sheet.result().facts().capital() ? "own" : "",
                    Tag.of("th").text(Numerals.plain(point.capital(), 0)),
                    List.of(
                            Tag.of("td").text(Numerals.signed(100 * point.edge(), 2)),
                            Tag.of("td", "lens").add(bar)));
        }
        String half = curve.halvesAt().isPresent()
                ? "Half of the edge is gone at " + Numerals.plain(curve.halvesAt().getAsDouble(), 0) + " USD."
                : "There is no edge to halve, or more than half of it is left at the largest capital tried.";
        return Section.of(
                "capacity",
                "Capacity",
                List.of("The same scenario with other capitals, through the same pools.", half),
                grid.table());
    }
}
