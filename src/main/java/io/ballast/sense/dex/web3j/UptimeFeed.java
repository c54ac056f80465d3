package io.ballast.sense.dex.web3j;

import io.ballast.base.units.Bytes;
import java.math.BigInteger;
import java.time.Instant;

/**
 * Answers of Chainlink's L2 sequencer uptime feed ({@code latestRoundData}: 0 is up, 1 is down, {@code startedAt} is when that
 * began; docs.chain.link, "L2 Sequencer Uptime Feeds").
 */
public final class UptimeFeed {
    private static final int ANSWER = 32;
    private static final int STARTED_AT = 64;

    private UptimeFeed() {}

    /** What the feed says. */
    public record Status(boolean up, Instant since) {}

    /**
     * Reads an answer.
     *
     * @param now time of the block it was read at
     * @throws io.ballast.sense.chain.ChainException of kind MALFORMED for any other answer, and for a time that is zero (the
     *     round is not valid yet) or later than {@code now}
     */
    public static Status status(Bytes data, Instant now) {
        Words words = new Words("sequencer uptime feed", data).exactly(5);
        BigInteger answer = words.sint(ANSWER, 256);
        BigInteger startedAt = words.uint(STARTED_AT, 256);
        if (!answer.equals(BigInteger.ZERO) && !answer.equals(BigInteger.ONE)) {
            throw words.malformed("its answer is " + answer + ", expected 0 or 1");
        }
        if (startedAt.signum() == 0 || startedAt.compareTo(BigInteger.valueOf(now.getEpochSecond())) > 0) {
            throw words.malformed("its state began at " + startedAt + ", read at " + now.getEpochSecond());
        }
        return new Status(answer.signum() == 0, Instant.ofEpochSecond(startedAt.longValueExact()));
    }
}
