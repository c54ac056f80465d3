package io.ballast.lab.backtest.report;

import io.ballast.lab.backtest.judgement.BacktestResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The report of a backtest as one HTML file: no request leaves it, it is readable without its script, in light and dark, on paper and on
 * a phone. The same result gives the same bytes.
 */
public final class ReportPage {
    private ReportPage() {}

    /** All of the file, as UTF-8 text. */
    public static String of(BacktestResult result) {
        Sheet sheet = Sheet.of(result);
        Tag head = Tag.of("head")
                .add(
                        Tag.of("meta").with("charset", "utf-8"),
                        Tag.of("meta")
                                .with("name", "viewport")
                                .with("content", "width=device-width, initial-scale=1"),
                        Tag.of("meta").with("http-equiv", "Content-Security-Policy").with("content", POLICY),
                        Tag.of("title").text(result.facts().title() + " · Ballast backtest"),
                        Tag.of("style").raw(resource("report.css")));
        Tag body = Tag.of("body")
                .add(HeaderPart.of(sheet), main(sheet), footer(sheet))
                .add(
                        Tag.of("script")
                                .with("type", "application/json")
                                .with("id", "dates")
                                .raw(dates(sheet)),
                        Tag.of("script").raw(resource("report.js")));
        return "<!doctype html>\n" + Tag.of("html").with("lang", "en").add(head, body) + "\n";
    }

    /** Nothing may be fetched from anywhere. */
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:";

    private static Tag main(Sheet sheet) {
        return Tag.of("main")
                .add(
                        NumbersPart.of(sheet),
                        EquityPart.of(sheet),
                        UnderwaterPart.of(sheet),
                        WeightsPart.of(sheet),
                        CostsPart.of(sheet),
                        MonthsPart.of(sheet),
                        SharpePart.of(sheet),
                        ReturnsPart.of(sheet),
                        RegimesPart.of(sheet),
                        CapacityPart.of(sheet),
                        BaselinesPart.of(sheet),
                        PricesPart.of(sheet),
                        DecisionsPart.of(sheet));
    }

    private static Tag footer(Sheet sheet) {
        return Tag.of("footer")
                .add(Tag.of("p")
                        .text("Past prices, simulated fills. Not evidence of future return. "
                                + Numerals.plain(sheet.result().doubts().days(), 0)
                                + " days of one market, in which hold "
                                + (holdTotal(sheet) < 0 ? "fell." : "rose.")));
    }

    private static double holdTotal(Sheet sheet) {
        return sheet.result().principal().stream()
                .filter(policy -> policy.name().equals("hold"))
                .mapToDouble(policy -> policy.total())
                .sum();
    }

    private static String dates(Sheet sheet) {
        return IntStream.rangeClosed(0, sheet.axis().last())
                .mapToObj(point -> Script.text(sheet.axis().name(point)))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String resource(String name) {
        try (InputStream in = ReportPage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
