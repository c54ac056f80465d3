package io.ballast.lab.data.csv;

import io.ballast.lab.data.Batch;
import io.ballast.lab.data.DataRefusedException;
import io.ballast.lab.data.ImportMapping;
import io.ballast.lab.data.PoolPrices;
import io.ballast.lab.data.Schema;
import io.ballast.lab.data.Word;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Bars of one pool with concentrated liquidity in Demeter's form: ticks, raw amounts and the liquidity in range. Immutable. */
final class PoolFields implements CsvSource.Fields {
    private static final int MOST_TICK = 887_272;
    private static final List<String> TICKS = List.of("openTick", "lowestTick", "highestTick", "closeTick");
    private static final List<String> AMOUNTS =
            List.of("netAmount0", "netAmount1", "inAmount0", "inAmount1", "currentLiquidity");

    private final PoolPrices prices;
    private final int[] ticks;
    private final int[] amounts;

    private PoolFields(PoolPrices prices, int[] ticks, int[] amounts) {
        this.prices = prices;
        this.ticks = ticks;
        this.amounts = amounts;
    }

    /** Whether a file with this header is one. */
    static boolean fit(Header header) {
        return header.has(TICKS.getLast()) && header.has(AMOUNTS.getLast());
    }

    /** @throws DataRefusedException if a column is missing, or the mapping does not tell the tokens */
    static PoolFields of(Header header, ImportMapping mapping, Path file) {
        PoolPrices prices = new PoolPrices(mapping.pool()
                .orElseThrow(() -> DataRefusedException.of(
                        file, "holds ticks of a pool, expected pool with the tokens' decimals in --mapping")));
        return new PoolFields(prices, columns(header, TICKS), columns(header, AMOUNTS));
    }

    private static int[] columns(Header header, List<String> names) {
        return names.stream()
                .mapToInt(name -> header.find("pool", Optional.empty(), List.of(name)))
                .toArray();
    }

    @Override
    public Schema schema() {
        return Schema.POOL_BARS;
    }

    @Override
    public void read(CsvRows rows, Batch batch, int row) {
        for (int i = 0; i < ticks.length; i++) {
            batch.longs(Schema.OPEN_TICK + i)[row] = tick(rows, i);
        }
        for (int i = 0; i < amounts.length; i++) {
            batch.words(Schema.NET0 + i)[row] = amount(rows, i);
        }
        prices.fill(batch, row);
    }

    private long tick(CsvRows rows, int i) {
        double value = rows.number(TICKS.get(i), ticks[i]);
        if (value != Math.rint(value) || Math.abs(value) > MOST_TICK) {
            throw rows.refused(TICKS.get(i) + " is no tick, expected a whole number up to " + MOST_TICK);
        }
        return (long) value;
    }

    private byte[] amount(CsvRows rows, int i) {
        String text = rows.text(amounts[i]);
        boolean gain = i < 2;
        if (!text.matches(gain ? "-?[0-9]{1,76}" : "[0-9]{1,76}")) {
            throw rows.refused(AMOUNTS.get(i) + " is \"" + text + "\", expected a whole number of raw units"
                    + (gain ? "" : ", not negative"));
        }
        return Word.of(new BigInteger(text));
    }
}
