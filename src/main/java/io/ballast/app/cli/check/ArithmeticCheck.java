package io.ballast.app.cli.check;

import io.ballast.agent.AgentConfiguration;
import io.ballast.sense.dex.Arithmetic;
import java.util.List;

/** Which pools are quoted by the node. */
record ArithmeticCheck(AgentConfiguration config) {

    List<CheckLine> lines() {
        return config.universe().pools().stream()
                .filter(pool -> pool.arithmetic() == Arithmetic.NODE)
                .map(pool -> CheckLine.warn(
                        "pools",
                        pool.venue().label() + " pool " + pool.id() + " is quoted by the node and not traded",
                        "run verify-sim, then set arithmetic: local and proven"))
                .toList();
    }
}
