/** The report of a backtest: one HTML file that needs nothing else. Pure: the same result gives the same bytes. */
@NullMarked
package io.ballast.lab.backtest.report;

import org.jspecify.annotations.NullMarked;
