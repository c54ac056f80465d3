package io.ballast.sense.market;

import io.ballast.sense.chain.ChainException;
import java.util.Locale;
import java.util.regex.Pattern;

/** What to make of a read that failed. */
enum Refusal {
    /** Less at a time may pass. */
    TOO_MUCH,
    /** The node does not do such calls. */
    NOT_THIS_WAY,
    /** Nothing to do with the way of asking. */
    FAILED;

    // Words of go-ethereum, Erigon, Nethermind, Besu, Reth, anvil and of providers for a call or an answer that is too
    // large.
    private static final Pattern LARGE = Pattern.compile(
            "out ?of ?gas|gas (limit|cap|allowance|required)|exceeds? .{0,40}(gas|size|limit)|too (large|big)"
                    + "|larger than|response size|size (exceeded|limit)|batch (size|limit)|execution aborted"
                    + "|memory limit");

    static Refusal of(ChainException failure) {
        boolean large =
                LARGE.matcher(failure.getMessage().toLowerCase(Locale.ROOT)).find();
        return switch (failure.kind()) {
            case UNKNOWN_BLOCK, REVERTED, DISAGREEMENT -> FAILED;
            case REFUSED -> large ? TOO_MUCH : NOT_THIS_WAY;
            case MALFORMED, UNAVAILABLE -> large ? TOO_MUCH : FAILED;
        };
    }
}
