/** Markets that move by recorded events, with orders of ours among them. */
@NullMarked
package io.ballast.lab.backtest.replay;

import org.jspecify.annotations.NullMarked;
