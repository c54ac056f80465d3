package io.ballast.act.risk;

import java.time.Instant;

/** Everything that moves trading out of ACTIVE by itself. Looked at with every block, before any transaction is judged. */
final class Tripwires {
    private final CodePins codes;
    private final FailureLimit failures;
    private final DepegLimit depeg;
    private final Tripwire offPeg;
    private final DailyLoss day;
    private final Tripwire lostInADay;
    private final DrawdownLimit drawdown;
    private final Tripwire fallen;

    Tripwires(RiskLimits limits) {
        StandingRules standing = limits.standing();
        codes = new CodePins(standing);
        failures = new FailureLimit(standing.maxFailures(), standing.failurePause());
        depeg = new DepegLimit(limits.depeg());
        offPeg = new Tripwire(LimitCode.DEPEG_EXCEEDS_MAX, standing.depegMustLast(), LossAction.HALT);
        day = new DailyLoss(limits.dailyLoss().max(), limits.cash());
        lostInADay = of(LimitCode.DAILY_LOSS_EXCEEDS_MAX, limits.dailyLoss());
        drawdown = new DrawdownLimit(limits.drawdown().max(), limits.cash());
        fallen = of(LimitCode.DRAWDOWN_EXCEEDS_MAX, limits.drawdown());
    }

    private static Tripwire of(LimitCode code, LossRule rule) {
        return new Tripwire(code, rule.mustLast(), rule.action());
    }

    /** What follows at once, whatever prices say. */
    RiskState atOnce(Situation situation, RiskState state) {
        RiskState failed = failures.halts(state)
                .map(why -> state.halt(LimitCode.FAILURES_EXCEED_MAX + ": " + why))
                .orElse(state);
        if (codes.isSettled(situation, failed)) {
            return failed;
        }
        return codes.changed(situation, failed)
                .map(why -> failed.halt(LimitCode.CODE_CHANGED + ": " + why))
                .orElseGet(() -> codes.pinned(situation, failed));
    }

    /** What follows from prices that can be trusted. */
    RiskState byValue(Situation situation, Worth worth, RiskState state) {
        Instant now = situation.time();
        RiskState next = offPeg.after(state, now, depeg.broken(situation));
        next = lostInADay.after(next, now, day.agreed(situation, next, worth));
        return fallen.after(next, now, drawdown.agreed(next, worth));
    }
}
