package io.ballast.lab.bench.jackson;

import io.ballast.base.metric.ClosedTrade;
import io.ballast.base.metric.PeriodsPerYear;
import io.ballast.base.metric.ReturnSeries;
import io.ballast.base.metric.TradeStatistics;
import io.ballast.base.metric.WeightPath;
import io.ballast.lab.bench.GoldenCase;
import io.ballast.lab.bench.MetricSheet;
import io.ballast.lab.bench.TrialSharpes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A folder of series with known metrics: {@code expected.json} names the cases and their parameters, CSV files beside it hold
 * the series. The expected values themselves are not read.
 */
public final class GoldenFiles {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Path folder;
    private final JsonNode expected;

    private GoldenFiles(Path folder, JsonNode expected) {
        this.folder = folder;
        this.expected = expected;
    }

    /**
     * Every metric of every case.
     *
     * @throws IllegalArgumentException in one line, if the folder holds something else
     */
    public static Map<String, Map<String, OptionalDouble>> metrics(Path folder) {
        try {
            JsonNode expected = MAPPER.readTree(Files.readString(folder.resolve("expected.json")));
            return new GoldenFiles(folder, expected).metrics();
        } catch (IOException | RuntimeException e) {
            throw new IllegalArgumentException(folder + " holds no metrics to compute: " + e.getMessage(), e);
        }
    }

    private Map<String, Map<String, OptionalDouble>> metrics() {
        Map<String, Map<String, OptionalDouble>> sheets = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry :
                expected.required("returns_cases").properties()) {
            sheets.put(entry.getKey(), MetricSheet.of(returns(entry.getValue())));
        }
        sheets.put("trades", MetricSheet.of(trades()));
        sheets.put("weights", MetricSheet.of(weights()));
        return sheets;
    }

    private GoldenCase returns(JsonNode parameters) {
        List<String[]> rows = rows(parameters.required("input").asString());
        double years = parameters.required("periods_per_year").asDouble();
        return new GoldenCase(
                ReturnSeries.of(column(rows, 1)),
                ReturnSeries.of(column(rows, 2)),
                new PeriodsPerYear(years),
                days(rows),
                parameters.required("rf_annual").asDouble(),
                parameters.required("mar_annual").asDouble(),
                trials(parameters));
    }

    /** The first row is the end of the first period, which is as long as the others. */
    private static double days(List<String[]> rows) {
        Instant first = Instant.parse(rows.getFirst()[0]);
        Duration apart = Duration.between(first, Instant.parse(rows.getLast()[0]));
        return apart.toSeconds() / 86_400.0 * rows.size() / (rows.size() - 1);
    }

    private static TrialSharpes trials(JsonNode parameters) {
        JsonNode sharpes = parameters
                .required("metrics")
                .required("dsr_40_trials_sample_moments")
                .required("inputs")
                .required("trial_sharpes_annual");
        return new TrialSharpes(StreamSupport.stream(sharpes.spliterator(), false)
                .map(JsonNode::asDouble)
                .toList());
    }

    private TradeStatistics trades() {
        return TradeStatistics.of(rows(
                        expected.required("trades").required("input").asString())
                .stream()
                .map(row -> new ClosedTrade(
                        Double.parseDouble(row[4]),
                        Double.parseDouble(row[3]),
                        Duration.between(Instant.parse(row[0]), Instant.parse(row[1]))))
                .toList());
    }

    private WeightPath weights() {
        JsonNode weights = expected.required("weights");
        List<String[]> rows = rows(weights.required("input").asString());
        int assets = rows.getFirst().length / 2;
        return WeightPath.of(
                block(rows, 0, assets),
                block(rows, assets, 2 * assets),
                weights.required("expected").required("fee").asDouble());
    }

    private static double[][] block(List<String[]> rows, int from, int to) {
        return rows.stream()
                .map(row -> Arrays.stream(row, from, to)
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toArray(double[][]::new);
    }

    private static double[] column(List<String[]> rows, int column) {
        return rows.stream().mapToDouble(row -> Double.parseDouble(row[column])).toArray();
    }

    /** Without the header. */
    private List<String[]> rows(String name) {
        try {
            return Files.readAllLines(folder.resolve(name)).stream()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
