package io.ballast.app.cli;

import io.ballast.lab.bench.jackson.GoldenFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Every metric of a folder of series with known answers. */
@Command(
        name = "metrics",
        description = {
            "Compute every metric of a folder of series with known answers, which another program then compares.",
            "expected.json names the cases and their parameters; the answers in it are not read."
        },
        footer = {"", "Example:", "  ballast bench metrics golden-metrics --format json"})
final class BenchMetricsCommand extends Verb {
    @Parameters(paramLabel = "FOLDER", description = "Holds expected.json and the series as CSV.")
    private Path folder = Path.of("");

    BenchMetricsCommand(Environment environment) {
        super(environment);
    }

    @Override
    public Integer call() {
        Map<String, Map<String, OptionalDouble>> sheets = sheets();
        Map<String, Object> document = new LinkedHashMap<>();
        List<String> lines = new ArrayList<>();
        sheets.forEach((name, sheet) -> {
            Map<String, @Nullable Object> figures = new LinkedHashMap<>();
            sheet.forEach((metric, value) -> {
                figures.put(metric, value.isPresent() ? value.getAsDouble() : null);
                lines.add(line(name, metric, value));
            });
            document.put(name, figures);
        });
        output.result(document, lines);
        return ExitCode.DONE;
    }

    private Map<String, Map<String, OptionalDouble>> sheets() {
        try {
            return GoldenFiles.metrics(folder);
        } catch (IllegalArgumentException e) {
            throw VerbException.usage(String.valueOf(e.getMessage()));
        }
    }

    private static String line(String name, String metric, OptionalDouble value) {
        String text = value.isPresent() ? String.format(Locale.ROOT, "%.12g", value.getAsDouble()) : "-";
        return String.format(Locale.ROOT, "%-30s %-32s %s", name, metric, text);
    }
}
