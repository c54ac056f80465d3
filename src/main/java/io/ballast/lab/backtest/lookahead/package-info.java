/** Whether a strategy's decisions depend on bars that come after them. */
@NullMarked
package io.ballast.lab.backtest.lookahead;

import org.jspecify.annotations.NullMarked;
