package io.ballast.act.risk;

/** What the agent may do at all. */
public enum TradingState {
    /** Everything within limits. */
    ACTIVE,
    /** Only what reduces exposure, and revokes. */
    REDUCING,
    /** Nothing but revokes; left by a person only. */
    HALTED
}
