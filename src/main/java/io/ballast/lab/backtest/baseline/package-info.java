/** What a strategy is compared with: rules of the literature and bounds that know the future. Pure. */
@NullMarked
package io.ballast.lab.backtest.baseline;

import org.jspecify.annotations.NullMarked;
