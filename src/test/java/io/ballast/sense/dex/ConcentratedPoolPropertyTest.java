package io.ballast.sense.dex;

import static io.ballast.sense.dex.Pools.A;
import static io.ballast.sense.dex.Pools.B;
import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ConcentratedPoolPropertyTest {
    private static final int ROUNDS = 800;
    private final Random random = new Random(20_260_101);

    /** Short by at most two units of each side a stop, counted in the token out at the worse end of the price. */
    @Test
    void fallsShortOfRealNumbersOnlyByRounding() {
        int compared = 0;
        for (int i = 0; i < ROUNDS; i++) {
            ConcentratedPool pool = Pools.random(random);
            Token in = random.nextBoolean() ? A : B;
            BigInteger amount = amount();
            Optional<SwapResult> swap = swap(pool, in, amount);
            if (swap.isPresent()) {
                BigDecimal real = RealNumberSwap.out(pool, amount, in.equals(A));
                BigDecimal gap =
                        real.subtract(new BigDecimal(swap.get().amountOut().raw()));
                assertThat(gap).isBetween(BigDecimal.ZERO, allowance(pool, swap.get(), in));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(ROUNDS / 2);
    }

    private static BigDecimal allowance(ConcentratedPool pool, SwapResult swap, Token in) {
        int moved = Math.abs(((ConcentratedPool) swap.after()).tick() - pool.tick());
        long stops = 2L + swap.ticksCrossed() + moved / (256L * pool.ticks().spacing());
        BigDecimal outPerIn = MidPrice.raw(pool, in)
                .decimal()
                .max(MidPrice.raw(swap.after(), in).decimal());
        BigDecimal liquidity = new BigDecimal(highestLiquidity(pool));
        BigDecimal perPriceUnit = in.equals(A)
                ? liquidity.divide(new BigDecimal(BigInteger.ONE.shiftLeft(96)), 30, java.math.RoundingMode.UP)
                : BigDecimal.ZERO;
        return outPerIn.add(perPriceUnit).add(BigDecimal.ONE).multiply(BigDecimal.valueOf(3 * stops));
    }

    private static BigInteger highestLiquidity(ConcentratedPool pool) {
        BigInteger highest = BigInteger.ZERO;
        for (int i = 0; i < pool.ticks().size(); i++) {
            highest = highest.max(pool.ticks().liquidityAt(pool.ticks().index(i)));
        }
        return highest;
    }

    @Test
    void moreInNeverGivesLessOut() {
        for (int i = 0; i < ROUNDS; i++) {
            ConcentratedPool pool = Pools.random(random);
            Token in = random.nextBoolean() ? A : B;
            BigInteger amount = amount();
            BigInteger more = amount.add(new BigInteger(1 + random.nextInt(amount.bitLength()), random));
            Optional<SwapResult> small = swap(pool, in, amount);
            Optional<SwapResult> large = swap(pool, in, more);
            if (small.isPresent() && large.isPresent()) {
                assertThat(large.get().amountOut())
                        .isGreaterThanOrEqualTo(small.get().amountOut());
            }
        }
    }

    @Test
    void splittingNeverGivesMoreAndARoundTripNeverProfits() {
        for (int i = 0; i < ROUNDS; i++) {
            ConcentratedPool pool = Pools.random(random);
            Token in = random.nextBoolean() ? A : B;
            TokenAmount first = new TokenAmount(in, amount());
            TokenAmount second = new TokenAmount(in, amount());
            Optional<SwapResult> whole = swap(pool, in, first.plus(second).raw());
            Optional<SwapResult> part = swap(pool, in, first.raw());
            if (whole.isPresent() && part.isPresent()) {
                TokenAmount out = part.get().amountOut();
                TokenAmount split = swap(part.get().after(), in, second.raw())
                        .map(rest -> out.plus(rest.amountOut()))
                        .orElse(out);
                assertThat(split).isLessThanOrEqualTo(whole.get().amountOut());
            }
            part.flatMap(swap -> swap(
                            swap.after(),
                            swap.amountOut().token(),
                            swap.amountOut().raw()))
                    .ifPresent(back -> assertThat(back.amountOut()).isLessThanOrEqualTo(first));
        }
    }

    @Test
    void theStateAfterASwapIsConsistent() {
        for (int i = 0; i < ROUNDS; i++) {
            swap(Pools.random(random), random.nextBoolean() ? A : B, amount())
                    .ifPresent(swap -> ((ConcentratedPool) swap.after()).verified());
        }
    }

    private BigInteger amount() {
        return new BigInteger(4 + random.nextInt(76), random).add(BigInteger.ONE);
    }

    private static Optional<SwapResult> swap(PoolState pool, Token in, BigInteger amount) {
        try {
            return Optional.of(pool.swapExactIn(new TokenAmount(in, amount)));
        } catch (InsufficientLiquidityException beyondThePool) {
            return Optional.empty();
        }
    }
}
