/** What is backtested: the scenario file, and what it resolves to. */
@NullMarked
package io.ballast.lab.backtest.scenario;

import org.jspecify.annotations.NullMarked;
