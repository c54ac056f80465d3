package io.ballast.lab.jury;

import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.sense.dex.ConcentratedPool;
import io.ballast.sense.dex.ConstantProductPool;
import io.ballast.sense.dex.InsufficientLiquidityException;
import io.ballast.sense.dex.PoolState;
import io.ballast.sense.dex.SwapResult;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** One swap to be judged. */
record SwapCase(PoolState pool, boolean zeroForOne, boolean exactIn, BigInteger amount) {
    private static final int FAR = 2 * 887_272;

    /** Seeded swaps spread over the pools: half of them exact input, amounts from one wei to more than there is. */
    static List<SwapCase> random(List<? extends PoolState> pools, int count, Random random) {
        List<SwapCase> cases = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            PoolState pool = pools.get(i % pools.size());
            boolean zeroForOne = random.nextBoolean();
            Reach reach = reach(pool, zeroForOne, random);
            boolean exactIn = random.nextBoolean();
            BigInteger amount = amount(reach, exactIn, random);
            // The V2 router divides by zero when asked for a whole reserve, which no node tells as a revert.
            boolean whole = !exactIn && pool instanceof ConstantProductPool && amount.equals(reach.out());
            cases.add(new SwapCase(pool, zeroForOne, exactIn, whole ? amount.add(BigInteger.ONE) : amount));
        }
        return cases;
    }

    private static Reach reach(PoolState pool, boolean zeroForOne, Random random) {
        return switch (pool) {
            case ConstantProductPool p ->
                zeroForOne ? new Reach(p.reserve0(), p.reserve1()) : new Reach(p.reserve1(), p.reserve0());
            case ConcentratedPool p -> {
                // Most words of a fine bitmap are empty, and to walk all of them costs the chain seconds.
                boolean far = random.nextInt(p.spec().tickSpacing() < 10 ? 150 : 10) == 0;
                yield Reach.of(
                        p, zeroForOne, far ? FAR : 100 * Math.max(10, p.spec().tickSpacing()));
            }
            default -> throw new IllegalStateException("no cases for " + pool);
        };
    }

    /** One wei now and then; some more than there is; else an output of any size up to the reach, or the input for it. */
    private static BigInteger amount(Reach reach, boolean exactIn, Random random) {
        BigInteger most = exactIn ? reach.in() : reach.out();
        int kind = random.nextInt(40);
        if (kind < 2 || most.signum() == 0 || reach.out().signum() == 0) {
            return BigInteger.ONE;
        }
        if (kind == 2) {
            return most.add(most.shiftRight(5)).add(BigInteger.ONE);
        }
        BigInteger out = kind < 20
                ? new BigInteger(1 + random.nextInt(reach.out().bitLength()), random)
                        .min(reach.out())
                        .max(BigInteger.ONE)
                : new BigInteger(reach.out().bitLength() + 8, random)
                        .mod(reach.out())
                        .add(BigInteger.ONE);
        return exactIn ? out.multiply(reach.in()).divide(reach.out()).add(BigInteger.ONE) : out;
    }

    Token in() {
        return zeroForOne ? pool.token0() : pool.token1();
    }

    Token out() {
        return zeroForOne ? pool.token1() : pool.token0();
    }

    /** What our arithmetic says; empty if it refuses. */
    Optional<SwapResult> local() {
        try {
            return Optional.of(
                    exactIn
                            ? pool.swapExactIn(new TokenAmount(in(), amount), out())
                            : pool.swapExactOut(in(), new TokenAmount(out(), amount)));
        } catch (InsufficientLiquidityException refused) {
            return Optional.empty();
        }
    }

    /** The amount that a quoter is asked for. */
    BigInteger asked(SwapResult result) {
        return exactIn ? result.amountOut().raw() : result.amountIn().raw();
    }

    @Override
    public String toString() {
        return (exactIn ? "exact in " : "exact out ") + amount + (zeroForOne ? " 0→1 " : " 1→0 ") + pool.venue()
                + " fee " + pool.feePips() + " spacing " + pool.spec().tickSpacing() + " of " + pool.id();
    }
}
