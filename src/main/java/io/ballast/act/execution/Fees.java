package io.ballast.act.execution;

import io.ballast.act.journal.IntentSigned;
import io.ballast.base.units.Wei;
import io.ballast.sense.chain.BlockHeader;
import java.math.BigInteger;
import java.util.Optional;

/**
 * What an attempt offers per unit of gas.
 *
 * @param max base fee included
 * @param tip for the block's producer, at most {@code max}
 */
public record Fees(Wei max, Wei tip) {
    public Fees {
        if (tip.compareTo(max) > 0) {
            throw new IllegalArgumentException("a tip of " + tip + " is more than all of " + max);
        }
    }

    static Fees of(IntentSigned attempt) {
        return new Fees(attempt.maxFee(), attempt.maxTip());
    }

    /**
     * Enough to take the place of this offer in a pool: both fees at least an eighth higher, which is more than the 10 % of
     * go-ethereum and the 12.5 % of the OpenEthereum family ask, rounded up; and enough for the next blocks.
     *
     * @return empty if that is more than the ceiling, or if the ceiling is below the next base fee: nothing is gained then
     */
    Optional<Fees> raised(BlockHeader head, Wei ceiling) {
        Wei leastTip = anEighthMore(tip);
        Wei leastMax = anEighthMore(max);
        Wei wanted = head.nextBaseFee().times(2).plus(leastTip);
        Wei offer = leastMax.compareTo(wanted) > 0 ? leastMax : wanted.min(ceiling);
        boolean enough = offer.compareTo(leastMax) >= 0
                && offer.compareTo(ceiling) <= 0
                && offer.compareTo(head.nextBaseFee()) >= 0;
        return enough ? Optional.of(new Fees(offer, leastTip)) : Optional.empty();
    }

    /** Whether a block at the next base fee cannot hold it. */
    boolean isBelow(BlockHeader head) {
        return max.compareTo(head.nextBaseFee()) < 0;
    }

    private static Wei anEighthMore(Wei fee) {
        BigInteger eight = BigInteger.valueOf(8);
        BigInteger more = fee.value().add(eight.subtract(BigInteger.ONE)).divide(eight);
        return new Wei(fee.value().add(more.max(BigInteger.ONE)));
    }
}
