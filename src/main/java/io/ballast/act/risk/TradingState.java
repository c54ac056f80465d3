package io.ballast.act.risk;

/** What the agent may do at all. */
public enum TradingState {
    /** Everything within limits. */
    ACTIVE,
    /** Only what reduces exposure, and revokes. */
    REDUCING,
    /** Nothing but revokes; left by a person only. */
    HALTED;

    /** Every transition there is: each trigger tightens or leaves the state as it is, except that a person may resume, or sell. */
    public TradingState on(Trigger trigger) {
        return switch (trigger) {
            case HALT -> HALTED;
            case REDUCE, EXIT -> this == HALTED ? HALTED : REDUCING;
            case EXITED -> this == REDUCING ? HALTED : this;
            case SELL -> REDUCING;
            case RESUME -> ACTIVE;
        };
    }
}
