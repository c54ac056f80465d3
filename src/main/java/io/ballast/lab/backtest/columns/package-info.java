/** The second path of a backtest: rule strategies at proportional cost, straight from columns of prices to figures. */
@NullMarked
package io.ballast.lab.backtest.columns;

import org.jspecify.annotations.NullMarked;
