package io.ballast.act.execution;

/**
 * How often a swap that failed is tried again within its decision.
 *
 * @param most attempts after the first; 0 means none
 */
public record Retries(int most) {
    public Retries {
        if (most < 0) {
            throw new IllegalArgumentException("retries must not be negative, were " + most);
        }
    }

    /** Whether an order that ended so may be tried again; {@link SwapOrder#again} keeps its least amount. */
    public boolean allow(SwapOrder failed, IntentOutcome end) {
        return failed.attempt() <= most && mayRepeat(end);
    }

    /** What a limit refused stays refused, what nobody knows may be mined, and what was cancelled was late or stopped. */
    private static boolean mayRepeat(IntentOutcome end) {
        return switch (end) {
            case IntentOutcome.Reverted reverted -> true;
            case IntentOutcome.Dropped dropped -> true;
            case IntentOutcome.Filled filled -> false;
            case IntentOutcome.Cancelled cancelled -> false;
            case IntentOutcome.Refused refused -> false;
            case IntentOutcome.Unresolved unresolved -> false;
        };
    }
}
