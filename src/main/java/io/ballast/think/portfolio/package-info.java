/** Holdings, valuation, drawdown and weights. Pure. */
@NullMarked
package io.ballast.think.portfolio;

import org.jspecify.annotations.NullMarked;
