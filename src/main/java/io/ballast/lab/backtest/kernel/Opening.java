package io.ballast.lab.backtest.kernel;

/** How a run begins. */
public enum Opening {
    /** With cash: the first purchase costs what every other does. */
    CASH,

    /** Invested already: the first purchase costs nothing and is no turnover. */
    INVESTED
}
