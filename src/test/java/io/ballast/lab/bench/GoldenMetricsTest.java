package io.ballast.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.SharedFiles;
import io.ballast.base.metric.Drawdown;
import io.ballast.base.metric.EquityCurve;
import io.ballast.base.metric.ReturnSeries;
import io.ballast.lab.bench.jackson.GoldenFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Every metric beside answers that independent libraries agree on, with the tolerances of the set's own check. */
class GoldenMetricsTest {
    private static final double RELATIVE = 1e-9;
    private static final double ABSOLUTE = 1e-12;

    @Test
    void givesEveryValueOfTheSetAndLeavesOutWhatIsUndefined() {
        Path folder = SharedFiles.path("golden-metrics");
        Map<String, Map<String, OptionalDouble>> actual = GoldenFiles.metrics(folder);
        List<String> missed = new ArrayList<>();
        int compared = 0;

        for (Map.Entry<String, JsonNode> entry : expected(folder).entrySet()) {
            String name = entry.getKey();
            int dot = name.indexOf('/');
            OptionalDouble value = actual.get(name.substring(0, dot)).get(name.substring(dot + 1));
            compared++;
            if (value == null || !agrees(value, entry.getValue())) {
                missed.add(name + " expected " + entry.getValue() + " got " + value);
            }
        }

        assertThat(missed).isEmpty();
        assertThat(compared).isGreaterThanOrEqualTo(500);
    }

    @Test
    void findsPeakTroughAndRecoveryOfTheDeepestFall() {
        Path folder = SharedFiles.path("golden-metrics");
        JsonNode cases = json(folder).required("returns_cases");

        for (Map.Entry<String, JsonNode> entry : cases.properties()) {
            JsonNode where = entry.getValue()
                    .required("metrics")
                    .required("max_drawdown_where")
                    .required("expected");
            Drawdown deepest = Drawdown.deepest(EquityCurve.of(returns(entry.getKey())));
            assertThat(deepest.peak())
                    .as(entry.getKey())
                    .isEqualTo(where.required("peak_index").asInt());
            assertThat(deepest.trough())
                    .as(entry.getKey())
                    .isEqualTo(where.required("trough_index").asInt());
            JsonNode recovery = where.required("recovery_index");
            assertThat(deepest.recovery().isPresent()).as(entry.getKey()).isEqualTo(!recovery.isNull());
            deepest.recovery().ifPresent(index -> assertThat(index).isEqualTo(recovery.asInt()));
        }
    }

    private static ReturnSeries returns(String name) {
        return ReturnSeries.of(SharedFiles.lines("golden-metrics/" + name + ".returns.csv").stream()
                .skip(1)
                .mapToDouble(line -> Double.parseDouble(line.split(",", -1)[1]))
                .toArray());
    }

    private static boolean agrees(OptionalDouble value, JsonNode expected) {
        if (!expected.isNumber()) {
            return value.isEmpty();
        }
        double wanted = expected.asDouble();
        return value.isPresent()
                && Math.abs(value.getAsDouble() - wanted)
                        <= Math.max(RELATIVE * Math.max(Math.abs(value.getAsDouble()), Math.abs(wanted)), ABSOLUTE);
    }

    /** The values that the set's own check compares, by case and metric. */
    private static Map<String, JsonNode> expected(Path folder) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        JsonNode json = json(folder);
        for (Map.Entry<String, JsonNode> entry : json.required("returns_cases").properties()) {
            put(values, entry.getKey(), entry.getValue().required("metrics"));
        }
        put(values, "trades", json.required("trades").required("metrics"));
        for (Map.Entry<String, JsonNode> value :
                json.required("weights").required("expected").properties()) {
            if (value.getValue().isFloatingPointNumber() && !value.getKey().equals("fee")) {
                values.put("weights/" + value.getKey(), value.getValue());
            }
        }
        return values;
    }

    private static void put(Map<String, JsonNode> values, String name, JsonNode metrics) {
        for (Map.Entry<String, JsonNode> metric : metrics.properties()) {
            JsonNode expected = metric.getValue().get("expected");
            if (expected != null && !expected.isObject()) {
                values.put(name + "/" + metric.getKey(), expected);
            }
        }
    }

    private static JsonNode json(Path folder) {
        return new ObjectMapper().readTree(folder.resolve("expected.json").toFile());
    }
}
