package io.ballast.agent;

import io.ballast.act.execution.RiskDesk;
import io.ballast.act.risk.RiskState;
import io.ballast.act.risk.TradingState;
import io.ballast.agent.control.ControlDesk;
import io.ballast.agent.control.Pulse;
import io.ballast.think.portfolio.Holdings;
import java.time.InstantSource;
import java.util.Optional;

/** One decision under a desk: a wish to resume is granted first, and the desk is told what came of it. Used by one thread. */
public final class SteeredCycle {
    private final AgentService agent;
    private final RiskDesk risk;
    private final ControlDesk desk;
    private final InstantSource clock;

    public SteeredCycle(AgentService agent, RiskDesk risk, ControlDesk desk, InstantSource clock) {
        this.agent = agent;
        this.risk = risk;
        this.desk = desk;
        this.clock = clock;
    }

    /** As {@link AgentService#cycle}. */
    public Optional<CycleOutcome> run() {
        desk.takeWish()
                .filter(who -> risk.state().trading() != TradingState.ACTIVE)
                .ifPresent(who -> risk.resume("resumed " + who));
        Optional<CycleOutcome> outcome = agent.cycle();
        RiskState state = risk.state();
        desk.cycled(new Pulse(
                clock.instant(),
                outcome.isPresent(),
                state.trading(),
                state.reason(),
                outcome.map(CycleOutcome::after)
                        .map(after -> Holdings.of(after.account()).nav(after.market())),
                outcome.map(CycleOutcome::note).orElse("the chain gave no usable answer")));
        return outcome;
    }
}
