package io.ballast.lab.backtest.replay;

import io.ballast.base.units.BlockRef;
import io.ballast.base.units.Hash32;
import io.ballast.sense.chain.BlockHeader;
import java.time.Duration;
import java.time.Instant;

/**
 * The blocks between two recorded ones, in which nothing touched the pools. They are taken to be evenly spaced, and their base fee
 * to be the one that the first of the two leads to; nothing in them tells of the later one but its distance.
 *
 * @param before the last recorded block
 * @param after the next
 */
record QuietBlocks(BlockHeader before, BlockHeader after) {
    private static final int HASH_DIGITS = 64;

    /**
     * One of them, or the first recorded block itself.
     *
     * @param number from the first recorded block's, below the next one's
     */
    BlockHeader at(long number) {
        long first = before.ref().number();
        if (number < first || number >= after.ref().number()) {
            throw new IllegalArgumentException(
                    "block " + number + " is not between " + before.ref() + " and " + after.ref());
        }
        return number == first ? before : quiet(number);
    }

    /** The last of them at or before a time, or the first recorded block itself. */
    BlockHeader at(Instant time) {
        long passed = Duration.between(before.ref().timestamp(), time).toSeconds();
        long more = seconds() == 0 ? 0 : Math.floorDiv(Math.multiplyExact(passed, blocks()), seconds());
        return at(before.ref().number() + Math.max(0, Math.min(more, blocks() - 1)));
    }

    private long blocks() {
        return after.ref().number() - before.ref().number();
    }

    private long seconds() {
        return Duration.between(before.ref().timestamp(), after.ref().timestamp())
                .toSeconds();
    }

    private BlockHeader quiet(long number) {
        long passed = Math.multiplyExact(seconds(), number - before.ref().number()) / blocks();
        BlockRef ref = new BlockRef(
                number, hash(number), hash(number - 1), before.ref().timestamp().plusSeconds(passed));
        return new BlockHeader(ref, before.nextBaseFee(), before.gasLimit() / 2, before.gasLimit());
    }

    /** A number that says it is none of a chain's. */
    private static Hash32 hash(long number) {
        String digits = Long.toHexString(number);
        return new Hash32("0x" + "b".repeat(HASH_DIGITS / 2) + "0".repeat(HASH_DIGITS / 2 - digits.length()) + digits);
    }
}
