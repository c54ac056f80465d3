/** Backtests: what a strategy would have done, and what that is worth as evidence. */
@NullMarked
package io.ballast.lab.backtest;

import org.jspecify.annotations.NullMarked;
