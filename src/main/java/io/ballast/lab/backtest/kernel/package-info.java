/** Rule strategies at proportional cost over columns of prices: the fast path, declared as such in its results. Pure. */
@NullMarked
package io.ballast.lab.backtest.kernel;

import org.jspecify.annotations.NullMarked;
