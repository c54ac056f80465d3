package io.ballast.lab.devnet.flow;

import io.ballast.base.units.Wei;
import io.ballast.lab.devnet.price.Draws;
import java.math.BigInteger;

/**
 * A base fee that wanders around one gwei, from block to block by no more than the eighth that EIP-1559 allows: the devnet's
 * own blocks are far too empty to carry one. Not thread-safe.
 */
public final class GasMarket {
    private static final double MEAN_WEI = 1e9;
    private static final double REVERSION = 0.05;
    private static final double VOLATILITY = 0.05;
    private static final double LARGEST_STEP = 0.11;

    private final Draws draws;
    private double level;

    public GasMarket(long seed) {
        this.draws = new Draws(seed, Draws.Stream.GAS);
    }

    /** Base fee of the next block, per unit of gas. */
    public Wei next() {
        double step = -REVERSION * level + VOLATILITY * draws.gaussian();
        level += Math.clamp(step, -LARGEST_STEP, LARGEST_STEP);
        return new Wei(BigInteger.valueOf((long) (MEAN_WEI * StrictMath.exp(level))));
    }
}
