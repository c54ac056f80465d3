package io.ballast.lab.backtest.scenario;

import io.ballast.base.units.Token;
import io.ballast.lab.data.SeriesName;
import java.util.Map;
import java.util.Optional;

/**
 * What a scenario says that changes no decision and no fill: only what the result is compared with, and what it says of itself.
 *
 * @param error of the simulator; empty if nobody measured it
 * @param capitalisation series of each token but cash; none if the scenario names none
 */
public record SideFacts(Optional<SimulatorErrorFile> error, Map<Token, SeriesName> capitalisation) {
    public SideFacts {
        capitalisation = Map.copyOf(capitalisation);
    }
}
