/** What a scenario's files say about its run, for those who judge it. */
@NullMarked
package io.ballast.lab.backtest.outcome;

import org.jspecify.annotations.NullMarked;
