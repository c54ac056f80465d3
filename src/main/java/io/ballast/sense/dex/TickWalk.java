package io.ballast.sense.dex;

import java.math.BigInteger;

/** Goes from a V3 pool's price to one initialised tick after another, as far as they are known. Used by one thread. */
final class TickWalk {
    private static final double HALF_LOG_OF_TICK = StrictMath.log(1.0001) / 2;
    private static final double Q96 = 0x1p96;

    private final TickTable ticks;
    private final boolean zeroForOne;
    private double root;
    private BigInteger liquidity;
    private int next;
    private int crossed;
    private boolean ended;

    TickWalk(ConcentratedPool pool, boolean zeroForOne) {
        this.ticks = pool.ticks();
        this.zeroForOne = zeroForOne;
        this.root = pool.sqrtPriceX96().doubleValue() / Q96;
        this.liquidity = pool.liquidity();
        int above = above(pool.tick());
        this.next = zeroForOne ? above - 1 : above;
    }

    /** Position of the first initialised tick above. */
    private int above(int tick) {
        int low = 0;
        for (int high = ticks.size(); low < high; ) {
            int middle = (low + high) >>> 1;
            if (ticks.index(middle) <= tick) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    boolean hasNext() {
        return !ended;
    }

    /** Adds the piece up to the next tick, or up to the end of what is known, if there is liquidity in it. */
    void next(PoolCurve curve) {
        boolean tick = zeroForOne ? next >= 0 : next < ticks.size();
        double to = root(tick ? ticks.index(next) : zeroForOne ? ticks.knownLow() : ticks.knownHigh());
        double inRange = liquidity.doubleValue();
        double net = zeroForOne ? inRange * (root - to) / (root * to) : inRange * (to - root);
        if (net > 0) {
            double lower = inRange / root;
            double upper = inRange * root;
            curve.add(zeroForOne ? lower : upper, zeroForOne ? upper : lower, crossed, net);
        }
        root = to;
        if (tick) {
            BigInteger change = ticks.net(next);
            liquidity = zeroForOne ? liquidity.subtract(change) : liquidity.add(change);
            next += zeroForOne ? -1 : 1;
            crossed++;
        } else {
            ended = true;
        }
    }

    private static double root(int tick) {
        return StrictMath.exp(tick * HALF_LOG_OF_TICK);
    }
}
