package io.ballast.sense.dex;

import static io.ballast.sense.dex.Pools.A;
import static io.ballast.sense.dex.Pools.B;
import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.base.units.UInt256;
import io.ballast.sense.dex.Pools.Position;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The engine against the contract's loop on BigInteger, on pools of every kind, to the unit in all fields. */
class ConcentratedOracleTest {
    private static final int POOLS = 2_600;
    private static final int SWAPS = 80;
    private static final List<Integer> FEES = List.of(0, 100, 500, 3000, 10_000);
    private final Random random = new Random(20_260_302);
    private int refused;
    private int crossed;
    private int exactStops;

    @Test
    void equalsTheContractsLoopInTwoHundredThousandSwaps() {
        int swaps = 0;
        for (int i = 0; i < POOLS; i++) {
            ConcentratedPool pool = pool();
            for (int k = 0; k < SWAPS; k++) {
                pool = swap(pool).orElse(pool);
                swaps++;
            }
        }
        assertThat(swaps).isGreaterThanOrEqualTo(200_000);
        assertThat(refused).isBetween(swaps / 200, swaps / 2);
        assertThat(crossed).isGreaterThan(swaps / 10);
        assertThat(exactStops).isGreaterThan(swaps / 20);
    }

    @Test
    void equalsTheContractsLoopUnderAPriceLimit() {
        BigInteger endless = BigInteger.ONE.shiftLeft(250);
        int stopped = 0;
        for (int i = 0; i < POOLS; i++) {
            ConcentratedPool pool = pool();
            for (int k = 0; k < 4; k++) {
                int distance = 1 + random.nextInt(k == 0 ? 5 : 1_000);
                boolean down = random.nextBoolean();
                int tick = Math.clamp(
                        pool.tick() + (long) (down ? -distance : distance), TickMath.MIN_TICK + 1, TickMath.MAX_TICK - 1);
                BigInteger limit = random.nextInt(3) == 0 ? TickMath.sqrtRatioAtTick(tick) : price(tick);
                if (limit.compareTo(pool.sqrtPriceX96()) != (down ? -1 : 1)
                        || limit.compareTo(TickMath.MIN_SQRT_RATIO) <= 0) {
                    continue;
                }
                ReferenceSwap expected = new ReferenceSwap(pool, endless, down, true).run(limit);
                SwapResult actual = pool.swapToPrice(down, limit);
                stopped++;
                assertThat(actual.after()).as("%s down %s limit %s", pool, down, limit).isEqualTo(expected.after());
                assertThat(actual.amountIn().raw()).isEqualTo(expected.in());
                assertThat(actual.amountOut().raw()).isEqualTo(expected.out());
                assertThat(actual.fee().raw()).isEqualTo(expected.fee());
                assertThat(actual.ticksCrossed()).isEqualTo(expected.crossed());
            }
        }
        assertThat(stopped).isGreaterThan(POOLS);
    }

    /** The state after, in half of the cases; empty if the pool refused or is to stay. */
    private Optional<ConcentratedPool> swap(ConcentratedPool pool) {
        boolean down = random.nextBoolean();
        boolean exactIn = random.nextInt(3) > 0;
        BigInteger amount = amount(pool, down, exactIn);
        Optional<ReferenceSwap> expected = reference(pool, amount, down, exactIn);
        Optional<ConcentratedFill> actual = fill(pool, amount, down, exactIn);
        boolean taken = expected.isPresent() && actual.isPresent();
        if (taken ? !equal(expected.get(), actual.get()) : expected.isPresent() || actual.isPresent()) {
            throw new AssertionError(pool + "\n" + amount + (down ? " down " : " up ") + (exactIn ? "in" : "out")
                    + "\nexpected " + expected + "\nbut was " + actual);
        }
        if (!taken) {
            refused++;
            return Optional.empty();
        }
        ConcentratedPool after = expected.get().after();
        crossed += actual.get().ticksCrossed() > 0 ? 1 : 0;
        exactStops += TickMath.sqrtRatioAtTick(after.tick() + 1).equals(after.sqrtPriceX96())
                        || TickMath.sqrtRatioAtTick(after.tick()).equals(after.sqrtPriceX96())
                ? 1
                : 0;
        return Optional.of(after).filter(state -> random.nextBoolean());
    }

    private static boolean equal(ReferenceSwap expected, ConcentratedFill actual) {
        ConcentratedPool after = expected.after();
        return actual.amountIn().toBigInteger().equals(expected.in())
                && actual.amountOut().toBigInteger().equals(expected.out())
                && actual.fee().toBigInteger().equals(expected.fee())
                && actual.sqrtPriceX96().toBigInteger().equals(after.sqrtPriceX96())
                && actual.tick() == after.tick()
                && actual.liquidity().toBigInteger().equals(after.liquidity())
                && actual.ticksCrossed() == expected.crossed();
    }

    private static Optional<ReferenceSwap> reference(
            ConcentratedPool pool, BigInteger amount, boolean down, boolean exactIn) {
        try {
            return Optional.of(new ReferenceSwap(pool, amount, down, exactIn).run())
                    .filter(swap -> swap.out().signum() > 0);
        } catch (InsufficientLiquidityException tooMuch) {
            return Optional.empty();
        }
    }

    private static Optional<ConcentratedFill> fill(
            ConcentratedPool pool, BigInteger amount, boolean down, boolean exactIn) {
        try {
            UInt256 exact = UInt256.of(amount);
            return Optional.of(exactIn ? pool.fillExactIn(down, exact) : pool.fillExactOut(down, exact));
        } catch (InsufficientLiquidityException tooMuch) {
            return Optional.empty();
        }
    }

    /** The total at one of the next stops or up to one unit beside, or anything below it, or one unit. */
    private BigInteger amount(ConcentratedPool pool, boolean down, boolean exactIn) {
        BigInteger total = total(pool, down, exactIn);
        return switch (random.nextInt(16)) {
            case 0 -> BigInteger.ONE;
            case 1, 2, 3, 4 ->
                total.add(BigInteger.valueOf(random.nextInt(3) - 1L)).max(BigInteger.ONE);
            case 5, 6 -> new BigInteger(1 + random.nextInt(Math.max(1, total.bitLength())), random).max(BigInteger.ONE);
            default ->
                total.multiply(BigInteger.valueOf(random.nextInt(1_000_000)))
                        .shiftRight(20)
                        .max(BigInteger.ONE);
        };
    }

    private BigInteger total(ConcentratedPool pool, boolean down, boolean exactIn) {
        Stops stops = new Stops(pool.ticks(), down, pool.fees().of(down));
        Rung rung = Rung.start(pool.tick(), UInt256.of(pool.sqrtPriceX96()), UInt256.of(pool.liquidity()));
        if (stops.isAtLimit(rung.price())) {
            return BigInteger.ONE;
        }
        int count = 1 << random.nextInt(5);
        for (int i = 0; i < count && !rung.isLast(); i++) {
            rung = stops.next(rung);
        }
        return rung.total(exactIn).toBigInteger();
    }

    /** Up to nine ranges, near or far, that may leave gaps; at an end of the range of prices in every third case. */
    private ConcentratedPool pool() {
        int spacing = List.of(1, 10, 60, 200).get(random.nextInt(4));
        int most = TickMath.MAX_TICK / spacing;
        int centre = switch (random.nextInt(6)) {
            case 0 -> -most + random.nextInt(300);
            case 1 -> most - random.nextInt(300);
            default -> random.nextInt(2 * most) - most;
        };
        List<Position> positions = new ArrayList<>();
        if (spacing < 60 && random.nextInt(16) > 0) {
            // Without it a swap through a gap walks thousands of empty bitmap words, which takes the reference long.
            positions.add(new Position(-most * spacing, most * spacing, BigInteger.ONE.shiftLeft(70)));
        }
        for (int i = 1 + random.nextInt(8); i > 0; i--) {
            int low = Math.clamp(centre + random.nextInt(600) - 400L, -most, most - 1);
            int high = Math.clamp(low + 1L + random.nextInt(random.nextInt(4) == 0 ? 20_000 : 200), low + 1, most);
            positions.add(new Position(low * spacing, high * spacing, liquidity()));
        }
        int fee = FEES.get(random.nextInt(FEES.size()));
        ConcentratedPool even = Pools.pool(Pools.spec(0x77, A, B, fee, spacing), price(centre * spacing), positions);
        SwapFees fees = random.nextInt(4) == 0 ? new SwapFees(fee, 7 + fee) : SwapFees.of(fee);
        return new ConcentratedPool(
                even.spec(), even.sqrtPriceX96(), even.tick(), even.liquidity(), even.ticks(), fees);
    }

    private BigInteger price(int tick) {
        int at = Math.clamp(tick + random.nextInt(200) - 100L, TickMath.MIN_TICK, TickMath.MAX_TICK - 1);
        BigInteger floor = TickMath.sqrtRatioAtTick(at);
        BigInteger width = TickMath.sqrtRatioAtTick(at + 1).subtract(floor);
        return random.nextInt(3) == 0 ? floor : floor.add(new BigInteger(width.bitLength() + 8, random).mod(width));
    }

    private BigInteger liquidity() {
        return new BigInteger(20 + random.nextInt(random.nextInt(8) == 0 ? 104 : 60), random).add(BigInteger.ONE);
    }
}
