package io.ballast.lab.backtest.report;

import io.ballast.lab.backtest.RunRecord;
import io.ballast.lab.backtest.TradeRecord;
import java.util.ArrayList;
import java.util.List;

/** Prices with the trades on them: bought below the line, sold above. */
final class PricesPart {
    private static final double AIR = 0.12;
    private static final double OFF = 10;
    private static final double HALF = 4.5;

    private PricesPart() {}

    static Tag of(Sheet sheet) {
        Holdings holdings = Holdings.of(sheet.run());
        List<Tag> charts =
                holdings.shown().stream().map(asset -> chart(sheet, holdings, asset)).toList();
        List<String> notes = new ArrayList<>();
        notes.add("▲ bought, filled, below the line; ▽ sold, hollow, above it; × failed. Each price in USD on its own log"
                + " scale.");
        if (!holdings.rest().isEmpty()) {
            notes.add(holdings.rest().size() + " more assets were held less and are not drawn.");
        }
        return Section.of("prices", "Trades on price", notes, charts.toArray(Tag[]::new));
    }

    private static Tag chart(Sheet sheet, Holdings holdings, int asset) {
        RunRecord run = sheet.run();
        String name = run.assets().get(asset);
        Line line = new Line(name, holdings.css(asset), sheet.values(run.prices()[asset]));
        Scale scale = Scale.around(true, line.values()).roomier(AIR);
        return new LineChart(
                        "price-" + asset,
                        "Price of " + name + " in USD with trades",
                        sheet.axis(),
                        List.of(line),
                        scale,
                        Double.NaN,
                        false,
                        line.last() < 10 ? 4 : 2,
                        " USD",
                        Line::name,
                        (frame, axis) -> marks(frame, sheet, name, line, scale))
                .figure(150, 150);
    }

    private static List<Tag> marks(Frame frame, Sheet sheet, String asset, Line line, Scale scale) {
        StringBuilder bought = new StringBuilder();
        StringBuilder sold = new StringBuilder();
        StringBuilder failed = new StringBuilder();
        for (TradeRecord trade : sheet.run().trades()) {
            int point = sheet.point(trade.row());
            double x = frame.x(sheet.axis().share(point));
            double y = frame.y(scale.share(line.values()[point]));
            if (trade.failed() && (trade.bought().equals(asset) || trade.sold().equals(asset))) {
                failed.append(cross(x, y));
            } else if (trade.bought().equals(asset)) {
                bought.append(triangle(x, y + OFF, 1));
            } else if (trade.sold().equals(asset)) {
                sold.append(triangle(x, y - OFF, -1));
            }
        }
        List<Tag> tags = new ArrayList<>();
        add(tags, "buy", bought);
        add(tags, "sell", sold);
        add(tags, "fail", failed);
        return tags;
    }

    private static void add(List<Tag> tags, String css, StringBuilder path) {
        if (!path.isEmpty()) {
            tags.add(Tag.of("path", css).with("d", path));
        }
    }

    private static String triangle(double x, double tip, int down) {
        double base = tip + down * 7;
        return "M" + Coordinate.of(x) + " " + Coordinate.of(tip) + "L" + Coordinate.of(x - HALF) + " "
                + Coordinate.of(base) + "H" + Coordinate.of(x + HALF) + "Z";
    }

    private static String cross(double x, double y) {
        return "M" + Coordinate.of(x - 3) + " " + Coordinate.of(y - 3) + "l6 6m0 -6l-6 6";
    }
}
