package io.ballast.act.risk;

import io.ballast.base.units.Usd;
import io.ballast.think.action.Ceiling;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * Applies every limit to every transaction. Pure: no clock, no memory; the caller keeps the state and makes it durable before
 * anything is signed. Thread-safe.
 */
public final class RiskGate {
    private final List<Limit> limits;
    private final DrawdownLimit drawdown;
    private final Headroom headroom;
    private final Duration memory;

    public RiskGate(RiskLimits limits) {
        this.limits = Arrays.stream(LimitCode.values())
                .map(code -> Limit.of(code, limits))
                .toList();
        this.drawdown = new DrawdownLimit(limits.maxDrawdown());
        this.headroom = new Headroom(limits);
        this.memory = limits.cooldown().compareTo(Question.DAY) > 0 ? limits.cooldown() : Question.DAY;
    }

    /**
     * Takes note of a new block, at least once each cycle: high-water mark and samples of NAV, a halt if the drawdown is
     * reached, and forgetting of what no limit counts any more. A NAV that rests on a stale price is no ground for either.
     */
    public RiskState observe(Situation situation, RiskState state) {
        Instant now = situation.time();
        RiskState remembered = state.forget(now.minus(memory));
        if (!situation.staleFeeds().isEmpty()) {
            return remembered;
        }
        RiskState seen = remembered.see(now, situation.nav());
        LimitCheck check = drawdown.check(seen.highWaterMark(), situation.nav());
        return check.passed() ? seen : seen.halt(check.toString());
    }

    /** What the limits on notional and on the number of trades leave for one decision. */
    public Ceiling ceiling(Situation situation, RiskState state) {
        return headroom.ceiling(situation, state);
    }

    /**
     * Judges one transaction. If it is allowed, it is counted in the next state at its worst, until {@link RiskState#settle}
     * or {@link RiskState#release}.
     */
    public Assessment assess(ProposedTransaction transaction, Situation situation, RiskState state) {
        RiskState seen = observe(situation, state);
        Question question = new Question(transaction, situation, seen);
        List<LimitCheck> checks =
                limits.stream().map(limit -> limit.verdict(question)).toList();
        Assessment refused = new Assessment(checks, seen);
        return refused.allowed() ? new Assessment(checks, seen.spend(counted(question))) : refused;
    }

    private static Spend counted(Question question) {
        ProposedTransaction transaction = question.transaction();
        Situation situation = question.situation();
        boolean swap = transaction.kind() == ProposedTransaction.Kind.SWAP;
        return new Spend(
                transaction.intentId(),
                transaction.decisionId(),
                situation.time(),
                swap ? question.notional().orElseThrow() : Usd.ZERO,
                transaction.worstGas().at(situation.coinPrice()),
                swap);
    }
}
