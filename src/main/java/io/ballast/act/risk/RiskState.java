package io.ballast.act.risk;

import io.ballast.base.units.Usd;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the limits remember, journalled with every change. A value: every method returns a new one.
 *
 * @param reason why trading is not ACTIVE; empty if it is
 * @param highWaterMark highest NAV seen
 * @param spends of the last 24 hours, or of the cooldown if that is longer, oldest first
 * @param samples NAV at most every ten minutes, oldest first; the first may be older than 24 hours
 */
public record RiskState(
        TradingState trading, String reason, Usd highWaterMark, List<Spend> spends, List<NavSample> samples) {
    /** Before the first trade. */
    public static final RiskState INITIAL = new RiskState(TradingState.ACTIVE, "", Usd.ZERO, List.of(), List.of());

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration BETWEEN_SAMPLES = Duration.ofMinutes(10);

    public RiskState {
        spends = List.copyOf(spends);
        samples = List.copyOf(samples);
        if ((trading == TradingState.ACTIVE) != reason.isEmpty()) {
            throw new IllegalArgumentException("a reason is due unless ACTIVE, was " + trading + " \"" + reason + "\"");
        }
    }

    /** Stops everything but revokes. An earlier reason to halt is kept. */
    public RiskState halt(String why) {
        return trading == TradingState.HALTED
                ? this
                : new RiskState(TradingState.HALTED, why, highWaterMark, spends, samples);
    }

    /** Stops everything but revokes and what buys cash. Never loosens HALTED. */
    public RiskState reduce(String why) {
        return trading == TradingState.ACTIVE
                ? new RiskState(TradingState.REDUCING, why, highWaterMark, spends, samples)
                : this;
    }

    /** The same by a person's command, who may also let a halted agent sell. */
    public RiskState reduceByCommand(String why) {
        return new RiskState(TradingState.REDUCING, why, highWaterMark, spends, samples);
    }

    /** A person lets trading go on and accepts the losses so far: both loss limits count from {@code nav} anew. */
    public RiskState resume(Usd nav) {
        return new RiskState(TradingState.ACTIVE, "", nav, spends, List.of());
    }

    /** The transaction is mined, or failed on chain: its real fee takes the place of the worst case. */
    public RiskState settle(String intentId, Usd realGas) {
        return withSpends(spends.stream()
                .map(spend -> spend.intentId().equals(intentId) ? spend.withGas(realGas) : spend)
                .toList());
    }

    /** The transaction can never happen any more: nothing is counted for it. */
    public RiskState release(String intentId) {
        return withSpends(without(intentId).toList());
    }

    /** Counts an accepted transaction, once for each intent. */
    RiskState spend(Spend spend) {
        return withSpends(
                Stream.concat(without(spend.intentId()), Stream.of(spend)).toList());
    }

    /** Notes a NAV that can be trusted. */
    RiskState see(Instant at, Usd nav) {
        return new RiskState(trading, reason, highWaterMark.max(nav), spends, sampled(at, nav));
    }

    /** Forgets spends at or before {@code horizon}. */
    RiskState forget(Instant horizon) {
        return withSpends(
                spends.stream().filter(spend -> spend.at().isAfter(horizon)).toList());
    }

    Stream<Spend> without(String intentId) {
        return spends.stream().filter(spend -> !spend.intentId().equals(intentId));
    }

    private List<NavSample> sampled(Instant at, Usd nav) {
        if (!samples.isEmpty()
                && at.isBefore(samples.get(samples.size() - 1).at().plus(BETWEEN_SAMPLES))) {
            return samples;
        }
        Instant dayAgo = at.minus(DAY);
        long expired = samples.stream()
                .takeWhile(sample -> !sample.at().isAfter(dayAgo))
                .count();
        return Stream.concat(samples.stream().skip(Math.max(0, expired - 1)), Stream.of(new NavSample(at, nav)))
                .toList();
    }

    private RiskState withSpends(List<Spend> newSpends) {
        return new RiskState(trading, reason, highWaterMark, newSpends, samples);
    }
}
