package io.ballast.agent;

import io.ballast.act.execution.RiskDesk;
import io.ballast.act.risk.RiskState;
import io.ballast.act.risk.TradingState;
import io.ballast.agent.control.ControlDesk;
import io.ballast.agent.control.Pulse;
import io.ballast.base.units.BlockRef;
import io.ballast.think.portfolio.Holdings;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One decision under the eyes of those who steer: a wish to resume is granted before it, heads that were seen since count for it,
 * and what came of it is told. Used by one thread.
 *
 * @param decide empty when the chain gave no usable answer
 * @param newest head that was seen between decisions; empty if none was
 */
public record SteeredCycle(
        Supplier<Optional<CycleOutcome>> decide,
        Supplier<Optional<BlockRef>> newest,
        RiskDesk risk,
        ControlDesk desk,
        InstantSource clock) {
    /** Where nobody looks at heads between decisions. */
    public SteeredCycle(AgentService agent, RiskDesk risk, ControlDesk desk, InstantSource clock) {
        this(agent::cycle, Optional::empty, risk, desk, clock);
    }

    /** As {@link AgentService#cycle}. */
    public Optional<CycleOutcome> run() {
        desk.takeWish()
                .filter(who -> risk.state().trading() != TradingState.ACTIVE)
                .ifPresent(who -> risk.resume("resumed " + who));
        newest.get().ifPresent(head -> risk.headSeen(head.number()));
        Optional<CycleOutcome> outcome = decide.get();
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
