package io.ballast.lab.data;

import io.ballast.lab.data.ImportMapping.PoolTokens;
import io.ballast.lab.data.ImportMapping.Priced;
import java.math.BigInteger;

/** Prices and volume of a pool's bar in whole tokens, from its ticks and raw amounts. Uniswap V3's rule: token1 per token0 is 1.0001^tick. */
public final class PoolPrices {
    private static final double LOG_TICK = Math.log(1.0001);

    private final boolean first;
    private final double scale;
    private final double unit;

    public PoolPrices(PoolTokens tokens) {
        first = tokens.priced() == Priced.TOKEN0;
        scale = Math.pow(10, tokens.decimals0() - tokens.decimals1());
        unit = Math.pow(10, first ? tokens.decimals0() : tokens.decimals1());
    }

    /** Fills prices and volume of a row whose other columns are there. */
    public void fill(Batch batch, int row) {
        double lowest = price(batch.longs(Schema.LOWEST_TICK)[row]);
        double highest = price(batch.longs(Schema.HIGHEST_TICK)[row]);
        double open = price(batch.longs(Schema.OPEN_TICK)[row]);
        double close = price(batch.longs(Schema.CLOSE_TICK)[row]);
        batch.doubles(Schema.OPEN)[row] = open;
        // The extremes are those of the bar's swaps; the bar opens where the last swap before it ended.
        batch.doubles(Schema.HIGH)[row] = Math.max(Math.max(open, close), Math.max(lowest, highest));
        batch.doubles(Schema.LOW)[row] = Math.min(Math.min(open, close), Math.min(lowest, highest));
        batch.doubles(Schema.CLOSE)[row] = close;
        batch.doubles(Schema.VOLUME)[row] = volume(batch, row);
    }

    private double price(long tick) {
        double price = Math.exp(LOG_TICK * tick) * scale;
        return first ? price : 1 / price;
    }

    /** What swaps paid in of the priced token, and what they took out of it: in = net + out. */
    private double volume(Batch batch, int row) {
        BigInteger in = Word.value(batch.words(first ? Schema.IN0 : Schema.IN1)[row]);
        BigInteger net = Word.value(batch.words(first ? Schema.NET0 : Schema.NET1)[row]);
        return in.add(in.subtract(net)).max(BigInteger.ZERO).doubleValue() / unit;
    }
}
