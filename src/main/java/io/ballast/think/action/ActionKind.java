package io.ballast.think.action;

/** Families of candidates. */
public enum ActionKind {
    /** Do nothing; always the first candidate. */
    HOLD,
    /** A partial or full move of all weights toward a target. */
    MOVE,
    /** One pair only. */
    SHIFT,
    /** A leg fixed by an earlier decision, decided again after its approval was mined. */
    PINNED
}
