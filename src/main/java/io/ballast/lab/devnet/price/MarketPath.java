package io.ballast.lab.devnet.price;

import io.ballast.base.units.Usd;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/**
 * A synthetic market: one common factor with regimes, a path of its own for every asset, and stable coins near one dollar.
 * It moves on a fixed grid of 12 s, so that the prices at a time depend on the seed and the start alone, not on how many
 * blocks were mined. A weak pull toward the start keeps long runs in the range of the pools. Not thread-safe.
 */
public final class MarketPath {
    /** Distance of the grid's points. */
    public static final Duration GRID = Duration.ofSeconds(12);

    private static final double STEP_HOURS = GRID.toSeconds() / 3600.0;
    private static final double ROOT_STEP = StrictMath.sqrt(STEP_HOURS);
    private static final double PULL = 0.69314718 / (10 * 24);
    private static final double STABLE_VOLATILITY = 0.0002;

    private final Draws draws;
    private final Instant start;
    private final Map<DevAsset, Double> own = new EnumMap<>(DevAsset.class);
    private Regime regime = Regime.CALM;
    private double hoursLeft;
    private double anchor;
    private double market;
    private long step;

    public MarketPath(long seed, Instant start) {
        this.draws = new Draws(seed, Draws.Stream.MARKET);
        this.start = start;
        this.hoursLeft = regime.hours(draws);
        for (DevAsset asset : DevAsset.values()) {
            own.put(asset, 0.0);
        }
    }

    /**
     * Prices at the last point of the grid up to a time.
     *
     * @throws IllegalArgumentException if the time is before one asked for earlier, or before the start
     */
    public MarketPrices at(Instant time) {
        long target = Math.floorDiv(Duration.between(start, time).toSeconds(), GRID.toSeconds());
        if (target < step) {
            throw new IllegalArgumentException("the path has passed " + time);
        }
        while (step < target) {
            advance();
        }
        Map<DevAsset, Usd> usd = new EnumMap<>(DevAsset.class);
        for (DevAsset asset : DevAsset.values()) {
            double factor = StrictMath.exp(asset.beta() * market + own(asset));
            usd.put(asset, Usd.of(asset.startPrice().value().multiply(new BigDecimal(factor))));
        }
        return new MarketPrices(time, regime, usd);
    }

    private void advance() {
        step++;
        hoursLeft -= STEP_HOURS;
        if (hoursLeft <= 0) {
            regime = regime.next(draws);
            hoursLeft = regime.hours(draws);
            anchor = market;
        }
        double risk = regime.volatility() * ROOT_STEP;
        double toAnchor = regime.reversion() * (anchor - market);
        market += (regime.drift() + toAnchor - PULL * market) * STEP_HOURS + risk * draws.gaussian();
        for (DevAsset asset : DevAsset.values()) {
            own.put(asset, asset.isStable() ? stable(asset) : moved(asset, risk));
        }
    }

    private double moved(DevAsset asset, double risk) {
        return own(asset) * (1 - 2 * PULL * STEP_HOURS) + asset.ownRisk() * risk * draws.gaussian();
    }

    /** Half of a deviation is undone in about 40 minutes; the long-run standard deviation is 1.4 basis points. */
    private double stable(DevAsset asset) {
        return own(asset) * (1 - STEP_HOURS) + STABLE_VOLATILITY * ROOT_STEP * draws.gaussian();
    }

    private double own(DevAsset asset) {
        return java.util.Objects.requireNonNull(own.get(asset));
    }
}
