package io.ballast.lab.data.quality;

/** How far a history can be trusted. The reasons are given beside it. */
public enum Grade {
    /** Every bar is there, and nothing looks wrong. */
    A,
    /** A few bars are missing, or some look wrong. */
    B,
    /** More than 0.5 % is missing or 5 % stands still, or a gap is longer than a day and 24 bars. */
    C,
    /** More than 5 % is missing, or more than 1 % looks wrong. */
    D,
    /** Not fit for a backtest: times or prices that cannot be. */
    F
}
