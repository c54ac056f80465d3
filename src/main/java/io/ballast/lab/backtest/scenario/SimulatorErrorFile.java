package io.ballast.lab.backtest.scenario;

import io.ballast.base.config.Check;
import io.ballast.base.config.Checked;
import io.ballast.base.config.Key;

/** What {@code ballast verify-sim --write} measured: how far the arithmetic that fills orders is from the chain's. */
public record SimulatorErrorFile(
        @Key(value = "Version of this form.", required = true, min = 1, max = 1)
        int schema,

        @Key(value = "Amounts that were compared.", required = true, min = 1)
        int swaps,

        @Key(value = "Those that were not equal to the unit.", required = true)
        int different,

        @Key(value = "99th percentile of all errors, of the amount that the chain says.", required = true)
        ErrorBps p99,

        @Key(value = "The greatest error.", required = true) ErrorBps worst)
        implements Checked {
    @Override
    public void check(Check check) {
        if (different > swaps) {
            check.problem("different", "is more than the swaps that were compared");
        }
        if (check.clean("p99") && check.clean("worst") && p99.bps().compareTo(worst.bps()) > 0) {
            check.problem("worst", "is less than the 99th percentile");
        }
    }
}
