package io.ballast.act.risk;

import io.ballast.think.action.Ceiling;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Stream;

/**
 * Applies every limit to every transaction. Pure: no clock, no memory; the caller keeps the state and makes it durable before
 * anything is signed. Thread-safe.
 */
public final class RiskGate {
    private final List<Limit> limits;
    private final Tripwires tripwires;
    private final DailyLoss dailyLoss;
    private final DrawdownLimit drawdown;
    private final Headroom headroom;
    private final Duration memory;

    public RiskGate(RiskLimits limits) {
        this.limits =
                Arrays.stream(LimitCode.values()).map(code -> code.of(limits)).toList();
        this.tripwires = new Tripwires(limits);
        this.dailyLoss = new DailyLoss(limits.dailyLoss().max(), limits.cash());
        this.drawdown = new DrawdownLimit(limits.drawdown().max(), limits.cash());
        this.headroom = new Headroom(limits);
        this.memory = Stream.of(
                        Question.DAY,
                        limits.cooldown(),
                        limits.trade().identicalWithin(),
                        limits.standing().protections().memory())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /**
     * Takes note of a new block, at least once each cycle: high-water marks and samples of both values, what follows from losses,
     * failures, a lost peg and changed code, and forgetting of what no limit counts any more. Values that rest on a stale price,
     * or on a token that no pool takes, are no ground for anything.
     */
    public RiskState observe(Situation situation, RiskState state) {
        Instant now = situation.time();
        RiskState remembered = tripwires.atOnce(situation, state.forget(now.minus(memory)));
        return situation
                .trusted()
                .map(worth -> tripwires.byValue(situation, worth, remembered.see(now, worth)))
                .orElse(remembered);
    }

    /** The same, and which losses came near their limit with it. */
    public Sighting look(Situation situation, RiskState state) {
        RiskState seen = observe(situation, state);
        if (isCalm(situation, seen)) {
            return new Sighting(seen, List.of());
        }
        Warnings warnings =
                Warnings.of(List.of(dailyLoss.standing(situation, seen), drawdown.standing(situation, seen)), seen);
        return new Sighting(warnings.next(), warnings.fresh());
    }

    /** Whether neither loss is near its limit, nor was when it was last looked at: then there is nothing to say. */
    private boolean isCalm(Situation situation, RiskState seen) {
        SortedSet<LimitCode> warned = seen.watch().warned();
        return !warned.contains(dailyLoss.code())
                && !warned.contains(drawdown.code())
                && !dailyLoss.isNear(situation, seen)
                && !drawdown.isNear(situation, seen);
    }

    /** What the limits on notional and on the number of trades leave for one decision. */
    public Ceiling ceiling(Situation situation, RiskState state) {
        return headroom.ceiling(situation, state);
    }

    /**
     * Judges one transaction. If it is allowed, it is counted in the next state at its worst, until {@link RiskState#settle},
     * {@link RiskState#revert}, {@link RiskState#release} or {@link RiskState#drop}.
     */
    public Assessment assess(ProposedTransaction transaction, Situation situation, RiskState state) {
        RiskState seen = observe(situation, state);
        Question question = new Question(transaction, situation, seen);
        List<LimitCheck> checks = new ArrayList<>(limits.size());
        for (Limit limit : limits) {
            checks.add(limit.verdict(question));
        }
        boolean swap = transaction.kind() == ProposedTransaction.Kind.SWAP;
        Warnings warnings = swap ? Warnings.of(checks, seen) : new Warnings(List.of(), seen);
        Assessment refused = new Assessment(checks, warnings.next(), warnings.fresh());
        return refused.allowed()
                ? new Assessment(checks, warnings.next().spend(Counted.of(question)), warnings.fresh())
                : refused;
    }
}
