package io.ballast.agent;

import io.ballast.base.config.Bound;
import io.ballast.base.config.Problems;
import io.ballast.sense.market.Network;
import io.ballast.sense.market.Universe;
import io.ballast.think.strategy.StrategyFile;
import java.util.Optional;

/** What a strategy may see and touch on its network; empty with the reasons among the problems. */
@FunctionalInterface
public interface UniverseChoice {
    Optional<Universe> of(Bound<StrategyFile> strategy, Network network, Problems problems);
}
