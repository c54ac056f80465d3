package io.ballast.lab.backtest.report;

import io.ballast.lab.backtest.CostSplit;
import io.ballast.lab.backtest.TradeRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What trading cost, by cause and by asset. */
final class CostsPart {
    private static final double HEIGHT = 22;
    private static final int MOST_ASSETS = 12;

    private CostsPart() {}

    static Tag of(Sheet sheet) {
        CostSplit costs = sheet.run().costs();
        return Section.of(
                "costs", "Costs", notes(sheet, costs), split(costs), assets(sheet), Tag.of("p", "foot", FOOT));
    }

    private static final String FOOT =
            "Delay is the price move between decision and fill, basis the pools' prices against the"
                    + " feeds' at the decision: costs when positive. Each trade counts for the asset that is not cash; between two such, for the one that was bought.";

    private static List<String> notes(Sheet sheet, CostSplit costs) {
        double capital = sheet.result().facts().capital();
        double failed =
                sheet.run().trades().stream().filter(TradeRecord::failed).count();
        List<String> notes = new ArrayList<>();
        notes.add(Numerals.usd(costs.total()) + " USD in "
                + Numerals.plain(sheet.run().trades().size(), 0) + " transactions, "
                + Numerals.plain(100 * costs.total() / capital, 2) + "% of the capital.");
        if (failed > 0) {
            notes.add(Numerals.plain(failed, 0) + " of them failed, and paid their gas.");
        }
        List<String> absent = absent(costs);
        if (!absent.isEmpty()) {
            notes.add("Not charged in this run: " + String.join(", ", absent) + ".");
        }
        return notes;
    }

    private static Map<String, Double> parts(CostSplit costs) {
        Map<String, Double> parts = new LinkedHashMap<>();
        parts.put("fee", costs.fee());
        parts.put("impact", costs.impact());
        parts.put("gas", costs.gas());
        parts.put("delay", costs.delay());
        parts.put("MEV", costs.mev());
        parts.put("basis", costs.basis());
        return parts;
    }

    /** Causes that no trade paid for: the model of fills does not know them, or they did not occur. */
    private static List<String> absent(CostSplit costs) {
        return parts(costs).entrySet().stream()
                .filter(part -> part.getValue() == 0)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Tag split(CostSplit costs) {
        Map<String, Double> parts = parts(costs);
        double whole =
                parts.values().stream().mapToDouble(part -> Math.max(0, part)).sum();
        Tag key = Tag.of("ul", "key");
        Tag wide = bar(Frame.wide(0).width(), parts, whole, "w");
        Tag narrow = bar(Frame.narrow(0).width(), parts, whole, "n");
        int colour = 1;
        for (Map.Entry<String, Double> part : parts.entrySet()) {
            if (part.getValue() != 0) {
                key.add(Tag.of("li")
                        .add(Tag.of("i", "sw c" + colour))
                        .text(part.getKey() + " ")
                        .add(Tag.of("b").text(Numerals.usd(part.getValue()) + " USD")));
            }
            colour++;
        }
        return Tag.of("div").add(wide, narrow, key);
    }

    private static Tag bar(double width, Map<String, Double> parts, double whole, String css) {
        Tag svg = Tag.of("svg", css)
                .with("viewBox", "0 0 " + (int) width + " " + (int) HEIGHT)
                .with("role", "img")
                .with("aria-label", "Cost by cause");
        double x = 0;
        int colour = 1;
        for (double part : parts.values()) {
            double length = whole > 0 ? Math.max(0, part) / whole * width : 0;
            if (length > 0) {
                svg.add(Tag.of("rect", "c" + colour)
                        .with("x", Coordinate.of(x))
                        .with("y", 0)
                        .with("width", Coordinate.of(Math.max(0.5, length - 1.5)))
                        .with("height", (int) HEIGHT));
            }
            x += length;
            colour++;
        }
        return svg;
    }

    private static Tag assets(Sheet sheet) {
        Grid grid = new Grid("kpi cost", "USD", "Trades", "Traded");
        List<String> absent = absent(sheet.run().costs());
        parts(sheet.run().costs()).keySet().stream()
                .filter(cause -> !absent.contains(cause))
                .forEach(cause -> grid.head(cause, ""));
        grid.head("total", "");
        List<Map.Entry<String, List<TradeRecord>>> byAsset = byCost(sheet);
        int shown = byAsset.size() <= MOST_ASSETS ? byAsset.size() : MOST_ASSETS - 1;
        byAsset.subList(0, shown).forEach(entry -> grid.row("", entry.getKey(), cells(entry.getValue(), absent)));
        if (shown < byAsset.size()) {
            List<TradeRecord> others = byAsset.subList(shown, byAsset.size()).stream()
                    .flatMap(entry -> entry.getValue().stream())
                    .toList();
            grid.row("", (byAsset.size() - shown) + " others", cells(others, absent));
        }
        return grid.row("sum", "Total", cells(sheet.run().trades(), absent)).table();
    }

    /** Trades of each asset, the costliest asset first. */
    private static List<Map.Entry<String, List<TradeRecord>>> byCost(Sheet sheet) {
        Map<String, List<TradeRecord>> byAsset = sheet.run().trades().stream()
                .collect(
                        Collectors.groupingBy(trade -> subject(sheet, trade), LinkedHashMap::new, Collectors.toList()));
        return byAsset.entrySet().stream()
                .sorted(Comparator.comparingDouble(entry -> -entry.getValue().stream()
                        .mapToDouble(trade -> trade.cost().total())
                        .sum()))
                .toList();
    }

    private static String subject(Sheet sheet, TradeRecord trade) {
        return trade.bought().equals(sheet.run().assets().getLast()) ? trade.sold() : trade.bought();
    }

    private static String[] cells(List<TradeRecord> trades, List<String> absent) {
        CostSplit costs = trades.stream().map(TradeRecord::cost).reduce(CostSplit.NONE, CostSplit::plus);
        double traded = trades.stream()
                .filter(trade -> !trade.failed())
                .mapToDouble(TradeRecord::notional)
                .sum();
        return Stream.concat(
                        Stream.of(Numerals.plain(trades.size(), 0), Numerals.plain(traded, 0)),
                        Stream.concat(
                                        parts(costs).entrySet().stream()
                                                .filter(part -> !absent.contains(part.getKey()))
                                                .map(Map.Entry::getValue),
                                        Stream.of(costs.total()))
                                .map(value -> Numerals.plain(value, 2)))
                .toArray(String[]::new);
    }
}
