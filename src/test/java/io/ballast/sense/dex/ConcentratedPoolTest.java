package io.ballast.sense.dex;

import static io.ballast.sense.dex.Pools.A;
import static io.ballast.sense.dex.Pools.B;
import static io.ballast.sense.dex.Pools.C;
import static io.ballast.sense.dex.Pools.amount;
import static io.ballast.sense.dex.Pools.spec;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.sense.dex.Pools.Position;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConcentratedPoolTest {
    private static final BigInteger L = BigInteger.TEN.pow(18);
    private static final BigInteger Q96 = BigInteger.ONE.shiftLeft(96);
    private static final ConcentratedPool ONE_RANGE =
            Pools.pool(spec(1, A, B, 3000, 60), Q96, List.of(new Position(-60_000, 60_000, L)));

    /** At price 1 and with x after fee: out = L·(√P − √P'), √P' = ⌈L·√P/(L + x·√P)⌉. */
    @Test
    void followsTheFormulaWithinOneRange() {
        BigInteger in = BigInteger.TEN.pow(15);
        BigInteger lessFee = in.multiply(BigInteger.valueOf(997_000)).divide(BigInteger.valueOf(1_000_000));
        BigInteger numerator = L.shiftLeft(96).multiply(Q96);
        BigInteger denominator = L.shiftLeft(96).add(lessFee.multiply(Q96));
        BigInteger price = numerator.add(denominator).subtract(BigInteger.ONE).divide(denominator);
        BigInteger out = L.multiply(Q96.subtract(price)).shiftRight(96);

        SwapResult swap = ONE_RANGE.swapExactIn(new TokenAmount(A, in));

        assertThat(swap.amountOut()).isEqualTo(new TokenAmount(B, out));
        assertThat(((ConcentratedPool) swap.after()).sqrtPriceX96()).isEqualTo(price);
        assertThat(swap.ticksCrossed()).isZero();
        assertThat(swap.fee().raw())
                .isBetween(in.subtract(lessFee), in.subtract(lessFee).add(BigInteger.ONE));
    }

    /** The other way: √P' = √P + ⌊x·2^96/L⌋, out = ⌊⌊L·2^96·(√P' − √P)/√P'⌋/√P⌋. */
    @Test
    void followsTheFormulaInTheOtherDirection() {
        BigInteger in = BigInteger.valueOf(123_456_789_012_345L);
        BigInteger lessFee = in.multiply(BigInteger.valueOf(997_000)).divide(BigInteger.valueOf(1_000_000));
        BigInteger price = Q96.add(lessFee.shiftLeft(96).divide(L));
        BigInteger out =
                L.shiftLeft(96).multiply(price.subtract(Q96)).divide(price).divide(Q96);

        SwapResult swap = ONE_RANGE.swapExactIn(new TokenAmount(B, in));

        assertThat(swap.amountOut()).isEqualTo(new TokenAmount(A, out));
        assertThat(((ConcentratedPool) swap.after()).sqrtPriceX96()).isEqualTo(price);
    }

    @Test
    void theTickAfterABoundaryHitOnTheWayDownIsOneBelowIt() {
        ConcentratedPool pool = twoRanges();
        SwapResult swap = pool.swapExactIn(new TokenAmount(A, exactlyTo(pool, -60)));
        ConcentratedPool after = (ConcentratedPool) swap.after();

        assertThat(after.sqrtPriceX96()).isEqualTo(TickMath.sqrtRatioAtTick(-60));
        assertThat(after.tick()).isEqualTo(-61);
        assertThat(after.liquidity()).isEqualTo(L);
        assertThat(swap.ticksCrossed()).isEqualTo(1);
        assertThat(after.verified()).isSameAs(after);
    }

    @Test
    void theTickAfterABoundaryHitOnTheWayUpIsTheBoundary() {
        ConcentratedPool pool = twoRanges();
        SwapResult swap = pool.swapExactIn(new TokenAmount(B, exactlyTo(pool, 60)));
        ConcentratedPool after = (ConcentratedPool) swap.after();

        assertThat(after.sqrtPriceX96()).isEqualTo(TickMath.sqrtRatioAtTick(60));
        assertThat(after.tick()).isEqualTo(60);
        assertThat(after.liquidity()).isEqualTo(L);
        assertThat(after.verified()).isSameAs(after);
    }

    @Test
    void comingBackThroughABoundaryRestoresTheLiquidity() {
        ConcentratedPool pool = twoRanges();
        ConcentratedPool below = (ConcentratedPool)
                pool.swapExactIn(new TokenAmount(A, exactlyTo(pool, -60))).after();

        SwapResult back = below.swapExactIn(amount(B, "1000000"));

        assertThat(back.ticksCrossed()).isEqualTo(1);
        assertThat(((ConcentratedPool) back.after()).liquidity()).isEqualTo(pool.liquidity());
        assertThat(((ConcentratedPool) back.after()).tick()).isEqualTo(-60);
    }

    /** From tick 0 down, the contract stops at 0 first, then at −256·60 with no tick there: one more rounding of the fee. */
    @Test
    void stopsAtTheEndOfABitmapWord() {
        ConcentratedPool pool = ONE_RANGE;
        BigInteger edge = TickMath.sqrtRatioAtTick(-256 * 60);
        BigInteger goal = TickMath.sqrtRatioAtTick(-16_000);
        BigInteger firstIn = amount0(edge, Q96);
        BigInteger fee = ceil(firstIn.multiply(BigInteger.valueOf(3000)), BigInteger.valueOf(997_000));
        BigInteger in = firstIn.add(fee).add(withFee(amount0(goal, edge)));
        BigInteger rest = in.subtract(firstIn).subtract(fee);
        BigInteger lessFee = rest.multiply(BigInteger.valueOf(997_000)).divide(BigInteger.valueOf(1_000_000));
        BigInteger price = ReferenceMath.afterInput(edge, L, lessFee, true);
        BigInteger out = L.multiply(Q96.subtract(edge))
                .shiftRight(96)
                .add(L.multiply(edge.subtract(price)).shiftRight(96));

        SwapResult swap = pool.swapExactIn(new TokenAmount(A, in));

        assertThat(swap.amountOut().raw()).isEqualTo(out);
        assertThat(((ConcentratedPool) swap.after()).sqrtPriceX96()).isEqualTo(price);
        assertThat(swap.ticksCrossed()).isZero();
    }

    @Test
    void refusesMoreThanTheLiquidityTakes() {
        assertThatExceptionOfType(InsufficientLiquidityException.class)
                .isThrownBy(() -> ONE_RANGE.swapExactIn(amount(A, "9" + "0".repeat(40))))
                .withMessageContaining("runs out of liquidity");
        assertThatExceptionOfType(InsufficientLiquidityException.class)
                .isThrownBy(() -> ONE_RANGE.swapExactIn(new TokenAmount(A, BigInteger.ONE.shiftLeft(255))));
    }

    @Test
    void refusesAnAmountThatGivesNothing() {
        assertThatExceptionOfType(InsufficientLiquidityException.class)
                .isThrownBy(() -> ONE_RANGE.swapExactIn(amount(A, "1")))
                .withMessageContaining("gives nothing");
        assertThatIllegalArgumentException().isThrownBy(() -> ONE_RANGE.swapExactIn(TokenAmount.zero(A)));
        assertThatIllegalArgumentException().isThrownBy(() -> ONE_RANGE.swapExactIn(amount(C, "1")));
    }

    @Test
    void isExactInsideTheKnownWindowAndRefusesToLeaveIt() {
        ConcentratedPool all = twoRanges();
        int[] inside = {-60, 60};
        BigInteger[] nets = {L, L.negate()};
        TickTable window = TickTable.window(60, inside, nets, -120, 120);
        ConcentratedPool known =
                new ConcentratedPool(all.spec(), all.sqrtPriceX96(), all.tick(), all.liquidity(), window);
        for (Token token : List.of(A, B)) {
            BigInteger toEdge = exactlyTo(all, token.equals(A) ? -120 : 120);
            // The window's edge is no stop, so the roundings of a stop there are not due.
            TokenAmount within = new TokenAmount(token, toEdge.subtract(BigInteger.TEN));
            TokenAmount beyond = new TokenAmount(token, toEdge.multiply(BigInteger.TWO));

            assertThat(known.swapExactIn(within).amountOut())
                    .isEqualTo(all.swapExactIn(within).amountOut());
            assertThatExceptionOfType(InsufficientLiquidityException.class)
                    .isThrownBy(() -> known.swapExactIn(beyond))
                    .withMessageContaining("leaves the ticks known");
        }
    }

    @Test
    void aPoolWhosePartsDisagreeIsRefused() {
        ConcentratedPool pool = twoRanges();
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> changed(pool, pool.tick() + 1, pool.liquidity()).verified());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> changed(pool, pool.tick(), L).verified());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> changed(pool, pool.tick(), BigInteger.ONE.shiftLeft(128)));
    }

    @Test
    void theMidPriceIsInWholeTokens() {
        // √P = 2·2^96 raw B per A is P = 4; A has 18 decimals and B 6.
        ConcentratedPool pool =
                Pools.pool(spec(1, A, B, 3000, 60), Q96.shiftLeft(1), List.of(new Position(0, 60_000, L)));

        assertThat(pool.midPrice(A)).isEqualByComparingTo("4e12");
        assertThat(pool.midPrice(B)).isEqualByComparingTo("0.25e-12");
        assertThatIllegalArgumentException().isThrownBy(() -> pool.midPrice(C));
    }

    private static ConcentratedPool twoRanges() {
        return Pools.pool(
                spec(1, A, B, 3000, 60), Q96, List.of(new Position(-60_000, 60_000, L), new Position(-60, 60, L)));
    }

    private static ConcentratedPool changed(ConcentratedPool pool, int tick, BigInteger liquidity) {
        return new ConcentratedPool(pool.spec(), pool.sqrtPriceX96(), tick, liquidity, pool.ticks());
    }

    /** Amount that takes a pool of {@link #twoRanges} from price 1 exactly to a tick, stop by stop. */
    private static BigInteger exactlyTo(ConcentratedPool pool, int tick) {
        BigInteger total = BigInteger.ZERO;
        int step = tick < 0 ? -60 : 60;
        BigInteger liquidity = pool.liquidity();
        for (int at = 0; at != tick; at += step) {
            BigInteger low = TickMath.sqrtRatioAtTick(Math.min(at, at + step));
            BigInteger high = TickMath.sqrtRatioAtTick(Math.max(at, at + step));
            total = total.add(withFee(
                    tick < 0
                            ? ReferenceMath.amount0(low, high, liquidity, true)
                            : ReferenceMath.amount1(low, high, liquidity, true)));
            liquidity = L;
        }
        return total;
    }

    private static BigInteger withFee(BigInteger in) {
        return in.add(ceil(in.multiply(BigInteger.valueOf(3000)), BigInteger.valueOf(997_000)));
    }

    private static BigInteger amount0(BigInteger low, BigInteger high) {
        return ceil(ceil(L.shiftLeft(96).multiply(high.subtract(low)), high), low);
    }

    private static BigInteger ceil(BigInteger a, BigInteger b) {
        return a.add(b).subtract(BigInteger.ONE).divide(b);
    }
}
