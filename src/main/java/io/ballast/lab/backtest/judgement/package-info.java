/** What a backtest is worth: figures beside baselines, doubts, and a verdict by rules. Pure but for the ledger of trials. */
@NullMarked
package io.ballast.lab.backtest.judgement;

import org.jspecify.annotations.NullMarked;
