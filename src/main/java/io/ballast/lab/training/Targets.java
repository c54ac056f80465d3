package io.ballast.lab.training;

import io.ballast.base.units.Token;
import io.ballast.think.action.NamedTarget;
import io.ballast.think.feature.PriceWindow;
import io.ballast.think.portfolio.Weights;
import java.util.List;

/** Where candidates move to: the same targets that the agent uses live. */
@FunctionalInterface
public interface Targets {
    /** @return the strategy's own first */
    List<NamedTarget> of(Weights own, PriceWindow window, Token cash);
}
