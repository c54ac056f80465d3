package io.ballast.act.execution;

import java.time.Duration;

/**
 * How long and how often.
 *
 * @param confirmations blocks from the one that holds the transaction, itself counted, until it is believed; at least 1
 * @param headTimeout longest wait for one new head
 * @param resendEvery number of heads without a receipt after which the same bytes are sent again
 * @param giveUpAfter number of heads without a receipt after which the outcome is unresolved
 */
public record SubmissionPolicy(int confirmations, Duration headTimeout, int resendEvery, int giveUpAfter) {
    public SubmissionPolicy {
        if (confirmations < 1 || resendEvery < 1 || giveUpAfter < resendEvery) {
            throw new IllegalArgumentException("confirmations and heads must be at least 1, and giving up not before"
                    + " sending again: " + confirmations + ", " + resendEvery + ", " + giveUpAfter);
        }
    }
}
