/** Runs a scenario through the agent's own cycle, gate and ledger, over a market made of recorded prices. */
@NullMarked
package io.ballast.lab.backtest.engine;

import org.jspecify.annotations.NullMarked;
