package io.ballast.agent;

/** How real trading is. */
public enum Mode {
    /** Decisions on the real market, fills by the exact engine, nothing signed. */
    PAPER,
    /** Decisions on the real market, journalled and not carried out. */
    SHADOW,
    /** Signed and sent, with little money. */
    CANARY,
    /** Signed and sent. */
    LIVE;

    /** Whether transactions are signed. */
    public boolean signs() {
        return this == CANARY || this == LIVE;
    }
}
