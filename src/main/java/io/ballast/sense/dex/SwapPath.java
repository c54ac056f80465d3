package io.ballast.sense.dex;

import io.ballast.base.units.UInt256;
import io.ballast.base.units.Unsigned512;
import org.jspecify.annotations.Nullable;

/**
 * Swaps in one direction from one state of a pool, in the same time however many ticks they cross: the first segment by itself,
 * those after it by the totals of a {@link Ladder}, and the one where the swap ends by a {@link PartialStep}.
 *
 * <p>The contract takes a segment whole iff {@code ⌊rest·(10⁶ − f)/10⁶⌋ ≥ in}, which for integers is {@code rest ≥
 * ⌈in·10⁶/(10⁶ − f)⌉ = in + fee}. So a swap ends in the first segment whose total, summed from the start, is not below the
 * amount, and at that segment's stop if it is equal. Immutable but for what it remembers; thread-safe.
 */
final class SwapPath {
    private final ConcentratedPool pool;
    private final Stops stops;
    private final Rung here;
    /** Less than {@link #reach()}, for most swaps by far. */
    private final double safe;

    private final Offset none;
    private volatile @Nullable UInt256 reach;
    private volatile @Nullable Rung first;
    private volatile @Nullable Joint joint;

    /** Where the path goes on in a ladder: at its first stop. */
    private record Joint(Ladder ladder, int place, Offset offset) {}

    private SwapPath(ConcentratedPool pool, Stops stops, Rung here) {
        this.pool = pool;
        this.stops = stops;
        this.here = here;
        this.safe = stops.paidAtLeast(here);
        this.none = new Offset(here, here);
    }

    /** @throws InsufficientLiquidityException if the price is at its limit or where the ticks are not known */
    static SwapPath of(ConcentratedPool pool, boolean down) {
        Stops stops = new Stops(pool.ticks(), down, pool.fees().of(down));
        Rung here = Rung.start(pool.tick(), pool.root(), pool.depth());
        if (stops.isAtLimit(here.price())) {
            throw runsOut(pool);
        }
        requireKnown(pool, here.price());
        return new SwapPath(pool, stops, here);
    }

    /** Spends or obtains exactly the amount, which is greater than zero. */
    ConcentratedFill swap(UInt256 amount, boolean exactIn) {
        if (exactIn && (amount.doubleValue() < safe || amount.compareTo(reach()) < 0)) {
            PartialStep step = PartialStep.ofThread();
            step.remaining.set(amount);
            return within(step, here, here, none, amount, true);
        }
        return toFirst(first(), amount, exactIn);
    }

    /** Input, fee included, that leads to the first stop. */
    private UInt256 reach() {
        UInt256 known = reach;
        if (known == null) {
            known = stops.paid(here);
            reach = known;
        }
        return known;
    }

    /** At least to the first stop, or for an exact amount out. */
    private ConcentratedFill toFirst(Rung first, UInt256 amount, boolean exactIn) {
        int order = amount.compareTo(first.total(exactIn));
        if (order > 0) {
            return beyond(amount, exactIn);
        }
        if (order == 0) {
            return at(first, none, amount, exactIn);
        }
        PartialStep step = PartialStep.ofThread();
        step.remaining.set(amount);
        return within(step, here, first, none, amount, exactIn);
    }

    /** The first stop with its totals: what a small swap does not need is not computed for it. */
    private Rung first() {
        Rung known = first;
        if (known == null) {
            known = stops.next(here);
            first = known;
        }
        return known;
    }

    private ConcentratedFill beyond(UInt256 amount, boolean exactIn) {
        Rung first = first();
        Joint joined = joint();
        Offset offset = joined.offset();
        PartialStep step = PartialStep.ofThread();
        Unsigned512 total = step.remaining.set(amount);
        total.subtract(first.total(exactIn)).add(offset.ladder().total(exactIn));
        int end = joined.ladder().firstReaching(total, joined.place() + 1, exactIn);
        if (end < 0) {
            throw joined.ladder().last().isLast() ? runsOut(pool) : unknown(pool);
        }
        Rung to = joined.ladder().rung(end);
        if (total.compare(to.total(exactIn)) == 0) {
            return at(to, offset, amount, exactIn);
        }
        Rung from = joined.ladder().rung(end - 1);
        total.subtract(from.total(exactIn));
        return within(step, from, to, offset, amount, exactIn);
    }

    /** Swaps until the pool has no more prices. */
    ConcentratedFill exhaust() {
        Joint joined = joint();
        Rung end = joined.ladder().end();
        return at(
                end,
                joined.offset(),
                joined.offset().paid(end, PartialStep.ofThread().remaining.clear()),
                true);
    }

    private Joint joint() {
        Joint known = joint;
        if (known == null) {
            Rung first = first();
            Ladder ladder = pool.ticks().ladder(stops, first.stop(), here.tick(), here.after());
            int place = ladder.find(first.stop(), here.after());
            known = new Joint(ladder, place, new Offset(first, ladder.rung(place)));
            joint = known;
        }
        return known;
    }

    /** A swap that ends on a stop. */
    private ConcentratedFill at(Rung to, Offset offset, UInt256 amount, boolean exactIn) {
        requireKnown(pool, to.price());
        Unsigned512 nothing = PartialStep.ofThread().remaining;
        return new ConcentratedFill(
                exactIn ? amount : offset.paid(to, nothing.clear()),
                exactIn ? offset.out(to, nothing.clear()) : amount,
                offset.fees(to, nothing.clear()),
                to.price(),
                to.tick(),
                to.after(),
                offset.crossed(to));
    }

    /** A swap that ends between two stops, or whose last unit out leads to the second. */
    private ConcentratedFill within(
            PartialStep step, Rung from, Rung to, Offset offset, UInt256 amount, boolean exactIn) {
        if (exactIn) {
            step.spend(from, stops.down(), stops.feePips());
        } else {
            step.obtain(from, stops.down(), stops.feePips());
            if (step.next.compare(to.price()) == 0) {
                return at(to, offset, amount, false);
            }
        }
        UInt256 price = step.next.toUInt256();
        requireKnown(pool, price);
        return new ConcentratedFill(
                exactIn ? amount : offset.paid(from, step.in.add(step.fee)),
                exactIn ? offset.out(from, step.out) : amount,
                offset.fees(from, step.fee),
                price,
                price.equals(from.price()) ? from.tick() : TickMath.tickAt(price),
                from.after(),
                offset.crossed(from));
    }

    /** No unknown tick lay on the way, as far as the price stays in the window. */
    static void requireKnown(ConcentratedPool pool, UInt256 price) {
        TickTable ticks = pool.ticks();
        if (!ticks.isComplete()
                && (price.compareTo(TickMath.sqrtPriceAt(Math.max(ticks.knownLow(), TickMath.MIN_TICK))) < 0
                        || price.compareTo(TickMath.sqrtPriceAt(Math.min(ticks.knownHigh(), TickMath.MAX_TICK))) > 0)) {
            throw unknown(pool);
        }
    }

    private static InsufficientLiquidityException unknown(ConcentratedPool pool) {
        return new InsufficientLiquidityException("the swap leaves the ticks known of pool " + pool.id() + ", ["
                + pool.ticks().knownLow() + ", " + pool.ticks().knownHigh() + "]");
    }

    private static InsufficientLiquidityException runsOut(ConcentratedPool pool) {
        return new InsufficientLiquidityException(
                "pool " + pool.id() + " runs out of liquidity before the whole amount");
    }
}
