package io.ballast.lab.data.csv;

import io.ballast.lab.data.Batch;
import io.ballast.lab.data.BatchSource;
import io.ballast.lab.data.DataRefusedException;
import io.ballast.lab.data.ImportMapping;
import io.ballast.lab.data.PoolPrices;
import io.ballast.lab.data.Schema;
import io.ballast.lab.data.Word;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Bars of one pool with concentrated liquidity in Demeter's form: ticks, raw amounts and the liquidity in range. For one thread.
 */
public final class CsvPoolBars implements BatchSource {
    private static final int MOST_TICK = 887_272;
    private static final List<String> TICKS = List.of("openTick", "lowestTick", "highestTick", "closeTick");
    private static final List<String> AMOUNTS =
            List.of("netAmount0", "netAmount1", "inAmount0", "inAmount1", "currentLiquidity");

    private final CsvRows rows;
    private final PoolPrices prices;
    private final int[] ticks;
    private final int[] amounts;

    /**
     * Opens a file, plain or packed by gzip.
     *
     * @throws DataRefusedException if it lacks a column, or the mapping does not tell the tokens
     */
    public CsvPoolBars(Path file, ImportMapping mapping) {
        prices = new PoolPrices(mapping.pool()
                .orElseThrow(() -> DataRefusedException.of(
                        file, "holds ticks of a pool, expected pool with the tokens' decimals in --mapping")));
        rows = new CsvRows(file, mapping);
        try {
            ticks = columns(TICKS);
            amounts = columns(AMOUNTS);
        } catch (RuntimeException e) {
            rows.close();
            throw e;
        }
    }

    /** Whether a file looks like one. */
    public static boolean fits(Path file, ImportMapping mapping) {
        try (CsvRows rows = new CsvRows(file, mapping)) {
            return rows.header().has(TICKS.getLast()) && rows.header().has(AMOUNTS.getLast());
        }
    }

    private int[] columns(List<String> names) {
        return names.stream()
                .mapToInt(name -> rows.header().find("pool", Optional.empty(), List.of(name)))
                .toArray();
    }

    @Override
    public Schema schema() {
        return Schema.POOL_BARS;
    }

    @Override
    public String name() {
        return rows.file().toString();
    }

    @Override
    public boolean next(Batch batch) {
        int count = 0;
        while (count < Batch.ROWS && rows.next()) {
            batch.origins()[count] = rows.line();
            batch.longs(Schema.TIME)[count] = rows.time();
            for (int i = 0; i < ticks.length; i++) {
                batch.longs(Schema.OPEN_TICK + i)[count] = tick(i);
            }
            for (int i = 0; i < amounts.length; i++) {
                batch.words(Schema.NET0 + i)[count] = amount(i);
            }
            prices.fill(batch, count);
            count++;
        }
        batch.size(count);
        return count > 0;
    }

    private long tick(int i) {
        double value = rows.number(TICKS.get(i), ticks[i]);
        if (value != Math.rint(value) || Math.abs(value) > MOST_TICK) {
            throw rows.refused(TICKS.get(i) + " is no tick, expected a whole number up to " + MOST_TICK);
        }
        return (long) value;
    }

    private byte[] amount(int i) {
        String text = rows.text(amounts[i]);
        boolean gain = i < 2;
        if (!text.matches(gain ? "-?[0-9]{1,76}" : "[0-9]{1,76}")) {
            throw rows.refused(AMOUNTS.get(i) + " is \"" + text + "\", expected a whole number of raw units"
                    + (gain ? "" : ", not negative"));
        }
        return Word.of(new BigInteger(text));
    }

    /** Columns of the file that nothing is read from. */
    public List<String> unused() {
        return rows.unused();
    }

    @Override
    public void close() {
        rows.close();
    }
}
