/** How fast backtests are, beside a loop written by hand and ta4j, in one run. */
@NullMarked
package io.ballast.lab.bench.backtest;

import org.jspecify.annotations.NullMarked;
