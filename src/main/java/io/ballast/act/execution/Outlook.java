package io.ballast.act.execution;

import io.ballast.sense.chain.BlockHeader;
import java.time.Instant;

/**
 * All that the next move depends on.
 *
 * @param head newest block known
 * @param first what the first attempt offered
 * @param last what the last attempt offers
 * @param deadline by the clock of the chain
 * @param cancelling whether the last attempt only uses the nonce up
 * @param stopped whether nothing may be signed or sent but what takes something back
 * @param takesBack whether the call itself only takes something back
 * @param due whether this process has not sent the last attempt
 * @param outbid whether a node said that the last attempt pays too little
 * @param since heads since the last attempt was signed or taken up, or more was refused for it
 * @param replacements attempts that replaced the first one, cancellations left out
 * @param overdue waits for a head since the deadline passed, the cancellation was signed, or heads stopped coming
 */
record Outlook(
        BlockHeader head,
        Fees first,
        Fees last,
        Instant deadline,
        boolean cancelling,
        boolean stopped,
        boolean takesBack,
        boolean due,
        boolean outbid,
        int since,
        int replacements,
        int overdue) {

    /** By the time of the chain: only a block after the deadline can no longer execute it. */
    boolean late() {
        return head.ref().timestamp().isAfter(deadline);
    }

    /** Whether the call itself may not be sent any more; to use its nonce up is all that is left. */
    boolean forbidden() {
        return !cancelling && (late() || (stopped && !takesBack));
    }
}
