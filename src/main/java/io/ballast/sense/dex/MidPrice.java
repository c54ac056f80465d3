package io.ballast.sense.dex;

import io.ballast.base.units.Token;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Marginal prices without fee, to 34 digits; for display, features and bounds only. */
public final class MidPrice {
    private MidPrice() {}

    /** Whole tokens of the other side for one whole {@code base}, from a V3 square root price, Q64.96, greater than zero. */
    public static BigDecimal ofSqrtPrice(PoolSpec spec, BigInteger sqrtPriceX96, Token base) {
        return whole(spec, Fraction.square(sqrtPriceX96, 96), base);
    }

    /** Whole tokens of the other side for one whole {@code base}, from V2 reserves, both greater than zero. */
    public static BigDecimal ofReserves(PoolSpec spec, BigInteger reserve0, BigInteger reserve1, Token base) {
        return whole(spec, new Fraction(reserve1, reserve0), base);
    }

    /** Whole tokens of {@code quote} for one whole {@code base}. */
    static BigDecimal whole(PoolState pool, Token base, Token quote) {
        return raw(pool, base, quote).decimal().scaleByPowerOfTen(base.decimals() - quote.decimals());
    }

    /** Raw units of the other token for one raw unit of {@code base}. */
    static Fraction raw(PoolState pool, Token base) {
        return raw(pool, base, pool.other(base));
    }

    /** Raw units of {@code quote} for one raw unit of {@code base}. */
    static Fraction raw(PoolState pool, Token base, Token quote) {
        pool.requireTokens(base, quote);
        return switch (pool) {
            case ConstantProductPool p -> ofPair(p, quote, new Fraction(p.reserve1(), p.reserve0()));
            case ConcentratedPool p -> ofPair(p, quote, Fraction.square(p.sqrtPriceX96(), 96));
            case NodeQuotedPool p -> ofPair(p, quote, Fraction.square(p.sqrtPriceX96(), 96));
            case SolidlyPool p -> ofPair(p, quote, p.rawPrice());
            case WeightedPool p -> p.rawPrice(base, quote);
            case StableSwapPool p -> p.rawPrice(base, quote);
            case FlatPool p ->
                ofPair(p, quote, new Fraction(p.fair().numerator(), p.fair().denominator()));
        };
    }

    private static Fraction ofPair(PoolState pair, Token quote, Fraction rawPriceOf0) {
        return quote.equals(pair.token1()) ? rawPriceOf0 : rawPriceOf0.inverse();
    }

    static BigDecimal whole(PoolSpec spec, Fraction rawPriceOf0, Token base) {
        int shift = spec.token0().decimals() - spec.token1().decimals();
        if (base.equals(spec.token0())) {
            return rawPriceOf0.decimal().scaleByPowerOfTen(shift);
        }
        if (base.equals(spec.token1())) {
            return rawPriceOf0.inverse().decimal().scaleByPowerOfTen(-shift);
        }
        throw new IllegalArgumentException("pool " + spec.id() + " has no " + base);
    }
}
