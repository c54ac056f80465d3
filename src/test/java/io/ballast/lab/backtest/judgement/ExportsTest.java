package io.ballast.lab.backtest.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.lab.backtest.RunRecord;
import io.ballast.lab.backtest.SampleRuns;
import io.ballast.lab.data.duckdb.CsvAsParquet;
import io.ballast.lab.data.duckdb.ParquetFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportsTest {
    private static final RunRecord RUN = SampleRuns.threshold(400, 0.05);

    @Test
    void writesALineForEachTrade() {
        List<String> lines = Exports.trades(RUN).lines().toList();

        assertThat(lines).hasSize(1 + RUN.trades().size());
        assertThat(lines.get(1)).startsWith("2023-01-01T00:00:00Z,1,USDC,WETH,").endsWith(",false");
    }

    @Test
    void writesALineForEachCandidateAndQuotesWhatNeedsIt() {
        List<String> lines = Exports.decisions(RUN).lines().toList();

        assertThat(lines).hasSize(1 + 3 * RUN.decisions().size());
        assertThat(lines.get(1))
                .isEqualTo("2023-01-01T00:00:00Z,1,HOLD,false,0.0,,0.0,lower score,"
                        + "\"a weight left its band of \"\"5 %\"\"\"");
    }

    @Test
    void becomesParquet(@TempDir Path folder) throws IOException {
        Path csv = folder.resolve("trades.csv");
        Path parquet = folder.resolve("trades.parquet");
        Files.writeString(csv, Exports.trades(RUN));

        CsvAsParquet.convert(csv, parquet, Exports.TRADE_TEXTS);

        assertThat(new ParquetFiles().columns(parquet))
                .startsWith("time", "decision", "sold", "bought", "amount_in")
                .hasSize(14);
    }
}
