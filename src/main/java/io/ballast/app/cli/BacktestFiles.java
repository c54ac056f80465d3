package io.ballast.app.cli;

import io.ballast.lab.backtest.RunRecord;
import io.ballast.lab.backtest.judgement.BacktestResult;
import io.ballast.lab.backtest.judgement.Exports;
import io.ballast.lab.backtest.report.ReportPage;
import io.ballast.lab.data.duckdb.CsvAsParquet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Mixin: which files of a backtest's result to write. */
final class BacktestFiles {
    @Option(
            names = "--report",
            paramLabel = "FILE.html",
            description = "Write the report: one page that needs nothing else.")
    private @Nullable Path report;

    @Option(
            names = "--export",
            paramLabel = "trades|decisions",
            description = "Write every transaction, or every candidate of every decision; may be given twice.")
    private List<Table> tables = List.of();

    @Option(
            names = "--export-form",
            paramLabel = "csv|parquet",
            defaultValue = "csv",
            description = "Form of what is exported.")
    private Form form = Form.csv;

    @Option(
            names = "--export-to",
            paramLabel = "FOLDER",
            defaultValue = ".",
            description = "Folder of NAME-trades.csv and the like, NAME being the scenario's.")
    private Path folder = Path.of(".");

    /** What can be exported. */
    enum Table {
        trades,
        decisions
    }

    /** How. */
    enum Form {
        csv,
        parquet
    }

    /** Whether anything is to be written. */
    boolean asked() {
        return report != null || !tables.isEmpty();
    }

    /**
     * Writes what was asked for.
     *
     * @return the files, in the order in which they were written
     */
    List<Path> write(String name, BacktestResult result) {
        List<Path> written = new ArrayList<>();
        try {
            if (report != null) {
                written.add(Files.writeString(report, ReportPage.of(result)));
            }
            for (Table table : tables) {
                written.add(export(name, table, result.run()));
            }
            return written;
        } catch (IOException e) {
            throw VerbException.failed("cannot write " + e.getMessage());
        }
    }

    private Path export(String name, Table table, RunRecord run) throws IOException {
        String csv = switch (table) {
            case trades -> Exports.trades(run);
            case decisions -> Exports.decisions(run);
        };
        Path file = folder.resolve(name + "-" + table + "." + form);
        if (form == Form.csv) {
            return Files.writeString(file, csv);
        }
        Path rows = Files.createTempFile("ballast-", ".csv");
        try {
            Files.writeString(rows, csv);
            CsvAsParquet.convert(rows, file, table == Table.trades ? Exports.TRADE_TEXTS : Exports.DECISION_TEXTS);
            return file;
        } finally {
            Files.deleteIfExists(rows);
        }
    }
}
