package io.ballast.sense.dex;

import io.ballast.base.units.Token;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * Output of a pool over its input in one direction, in floating point: it steers the search for a split and never becomes an
 * amount. Between two ticks a V3 pool is a constant product with virtual reserves {@code L/√P} and {@code L·√P} (Uniswap v3
 * whitepaper, 6.2), and a V2 pair is one such piece, so a curve is a list of pieces {@code Δout = rₒ·γΔ/(rᵢ + γΔ)}. Pieces are
 * made as far as they are asked for. Used by one thread.
 */
final class PoolCurve {
    /** So that what the curve takes, the exact arithmetic takes too. */
    private static final double SAFE = 1 - 1e-9;

    private final double keep;
    private final Optional<TickWalk> walk;
    private double[] inAt = new double[8];
    private double[] outAt = new double[8];
    private double[] reserveIn = new double[8];
    private double[] reserveOut = new double[8];
    private int[] crossedAt = new int[8];
    private int pieces;
    private double endIn;
    private double endOut;

    private PoolCurve(double keep, Optional<TickWalk> walk) {
        this.keep = keep;
        this.walk = walk;
    }

    /** Empty for a kind of pool that has no such pieces. */
    static Optional<PoolCurve> of(PoolState state, Token in) {
        boolean zeroForOne = in.equals(state.token0());
        return switch (state) {
            case ConstantProductPool pool -> Optional.of(pair(pool, zeroForOne));
            case ConcentratedPool pool -> Optional.of(concentrated(pool, zeroForOne));
            case WeightedPool ignored -> Optional.empty();
            case StableSwapPool ignored -> Optional.empty();
            case SolidlyPool ignored -> Optional.empty();
            case NodeQuotedPool ignored -> Optional.empty();
            case FlatPool ignored -> Optional.empty();
        };
    }

    private static PoolCurve pair(ConstantProductPool pool, boolean zeroForOne) {
        PoolCurve curve = new PoolCurve(keep(pool.feePips()), Optional.empty());
        double in = (zeroForOne ? pool.reserve0() : pool.reserve1()).doubleValue();
        double out = (zeroForOne ? pool.reserve1() : pool.reserve0()).doubleValue();
        curve.add(in, out, 0, (0x1p112 - in) * curve.keep);
        return curve;
    }

    private static PoolCurve concentrated(ConcentratedPool pool, boolean zeroForOne) {
        return new PoolCurve(keep(pool.fees().of(zeroForOne)), Optional.of(new TickWalk(pool, zeroForOne)));
    }

    private static double keep(int feePips) {
        return 1 - feePips / 1e6;
    }

    /** Share of the amount in that is left after the fee. */
    double keep() {
        return keep;
    }

    /** Raw units out for so many in from the pool's present state; what the pool cannot take gives nothing more. */
    double out(double in) {
        int piece = piece(in);
        if (piece < 0) {
            return 0;
        }
        double net = (Math.min(in, limit()) - inAt[piece]) * keep;
        return outAt[piece] + reserveOut[piece] * net / (reserveIn[piece] + net);
    }

    /** Raw units out for the next one in, after so many. */
    double marginal(double in) {
        int piece = piece(in);
        if (piece < 0 || in > limit()) {
            return 0;
        }
        double depth = reserveIn[piece] + (in - inAt[piece]) * keep;
        return keep * reserveOut[piece] * reserveIn[piece] / (depth * depth);
    }

    /** Initialised ticks crossed by so many in. */
    int crossed(double in) {
        int piece = piece(in);
        return piece < 0 ? 0 : crossedAt[piece];
    }

    /** Where the pieces begin, as far as an input. */
    DoubleStream starts(double upTo) {
        return Arrays.stream(inAt, 0, piece(upTo) + 1);
    }

    private double limit() {
        return endIn * SAFE;
    }

    /** The piece that an input ends in; the last one if it ends beyond, negative if there is none. */
    private int piece(double in) {
        while ((pieces == 0 || in > limit()) && walk.isPresent() && walk.get().hasNext()) {
            walk.get().next(this);
        }
        int low = 0;
        for (int high = pieces - 1; low < high; ) {
            int middle = (low + high + 1) >>> 1;
            if (inAt[middle] <= in) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return pieces == 0 ? -1 : low;
    }

    /**
     * Another piece, after those that there are.
     *
     * @param in virtual reserve of the token in, where the piece begins
     * @param out virtual reserve of the token out
     * @param crossed initialised ticks before it
     * @param net its length, without fee
     */
    void add(double in, double out, int crossed, double net) {
        if (pieces == inAt.length) {
            inAt = Arrays.copyOf(inAt, 2 * pieces);
            outAt = Arrays.copyOf(outAt, 2 * pieces);
            reserveIn = Arrays.copyOf(reserveIn, 2 * pieces);
            reserveOut = Arrays.copyOf(reserveOut, 2 * pieces);
            crossedAt = Arrays.copyOf(crossedAt, 2 * pieces);
        }
        inAt[pieces] = endIn;
        outAt[pieces] = endOut;
        reserveIn[pieces] = in;
        reserveOut[pieces] = out;
        crossedAt[pieces] = crossed;
        pieces++;
        endIn += net / keep;
        endOut += out * net / (in + net);
    }
}
