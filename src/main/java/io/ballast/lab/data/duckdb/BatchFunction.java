package io.ballast.lab.data.duckdb;

import io.ballast.lab.data.Batch;
import io.ballast.lab.data.BatchSource;
import io.ballast.lab.data.Column;
import io.ballast.lab.data.Schema;
import java.util.HexFormat;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBTableFunction;
import org.duckdb.DuckDBTableFunctionBindInfo;
import org.duckdb.DuckDBTableFunctionCallInfo;
import org.duckdb.DuckDBTableFunctionInitInfo;
import org.duckdb.DuckDBWritableVector;
import org.jspecify.annotations.Nullable;

/**
 * Lets DuckDB pull rows out of a source as fast as it writes them, so that a history of any length passes through little memory. Words
 * pass as hexadecimal text, since a table function has no way to hand over bytes.
 */
final class BatchFunction implements DuckDBTableFunction<Boolean, Boolean, Boolean> {
    private static final HexFormat HEX = HexFormat.of();

    private final BatchSource rows;
    private final Schema schema;
    private final Batch batch;
    private int taken;
    private @Nullable RuntimeException failure;

    BatchFunction(BatchSource rows) {
        this.rows = rows;
        this.schema = rows.schema();
        this.batch = new Batch(schema);
    }

    /** What the source threw; DuckDB passes on only the text of it. */
    @Nullable
    RuntimeException failure() {
        return failure;
    }

    @Override
    public Boolean bind(DuckDBTableFunctionBindInfo info) {
        for (Column column : schema.columns()) {
            info.addResultColumn(
                    column.name(),
                    switch (column.type()) {
                        case LONG -> Long.class;
                        case DOUBLE -> Double.class;
                        case WORD, BYTES -> String.class;
                    });
        }
        return true;
    }

    @Override
    public Boolean init(DuckDBTableFunctionInitInfo info) {
        info.setMaxThreads(1);
        return true;
    }

    @Override
    public long apply(DuckDBTableFunctionCallInfo info, DuckDBDataChunkWriter chunk) {
        try {
            if (taken == batch.size()) {
                taken = 0;
                if (!rows.next(batch)) {
                    return 0;
                }
            }
            int count = (int) Math.min(chunk.capacity(), batch.size() - taken);
            for (int i = 0; i < schema.size(); i++) {
                copy(i, chunk.vector(i), count);
            }
            taken += count;
            return count;
        } catch (RuntimeException e) {
            failure = e;
            throw e;
        }
    }

    private void copy(int column, DuckDBWritableVector to, int count) {
        switch (schema.type(column)) {
            case LONG -> {
                long[] from = batch.longs(column);
                for (int i = 0; i < count; i++) {
                    to.setLong(i, from[taken + i]);
                }
            }
            case DOUBLE -> {
                double[] from = batch.doubles(column);
                for (int i = 0; i < count; i++) {
                    to.setDouble(i, from[taken + i]);
                }
            }
            case WORD, BYTES -> {
                byte[][] from = batch.words(column);
                for (int i = 0; i < count; i++) {
                    to.setString(i, HEX.formatHex(from[taken + i]));
                }
            }
        }
    }
}
