package io.ballast.sense.dex.web3j;

import io.ballast.base.units.Bytes;
import java.math.BigInteger;
import java.time.Instant;

/** Calldata and answers of a Chainlink aggregator ({@code latestRoundData}). */
public final class PriceFeed {
    private static final int ANSWER = 32;
    private static final int UPDATED_AT = 96;

    private PriceFeed() {}

    /**
     * The latest round.
     *
     * @param answer price in units of the feed's decimals, greater than zero
     */
    public record Round(BigInteger answer, Instant updatedAt) {}

    public static Bytes latestRoundData() {
        return Abi.call("latestRoundData");
    }

    /**
     * Reads an answer.
     *
     * @param what named in errors
     * @param now time of the block it was read at; a later update is refused
     * @throws io.ballast.sense.chain.ChainException of kind MALFORMED if the answer is short, not positive, or its time zero
     *     or later than {@code now}
     */
    public static Round round(String what, Bytes data, Instant now) {
        Words words = new Words(what, data).exactly(5);
        BigInteger answer = words.sint(ANSWER, 192);
        BigInteger updatedAt = words.uint(UPDATED_AT, 256);
        if (answer.signum() <= 0) {
            throw words.malformed("its answer is " + answer);
        }
        if (updatedAt.signum() == 0 || updatedAt.compareTo(BigInteger.valueOf(now.getEpochSecond())) > 0) {
            throw words.malformed("it was updated at " + updatedAt + ", read at " + now.getEpochSecond());
        }
        return new Round(answer, Instant.ofEpochSecond(updatedAt.longValueExact()));
    }
}
