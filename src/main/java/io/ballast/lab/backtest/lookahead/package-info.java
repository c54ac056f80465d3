/** Whether a strategy's decisions depend on what comes after them. */
@NullMarked
package io.ballast.lab.backtest.lookahead;

import org.jspecify.annotations.NullMarked;
