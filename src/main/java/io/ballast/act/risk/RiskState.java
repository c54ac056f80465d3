package io.ballast.act.risk;

import io.ballast.base.units.Address;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.Usd;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;

/**
 * What the limits remember, journalled with every change. A value: every method returns a new one.
 *
 * @param reason why trading is not ACTIVE; empty if it is
 * @param highWaterMark highest NAV seen
 * @param spends of the last 24 hours, or as long as a limit looks back if that is longer, oldest first
 * @param samples what the account was worth, at most every ten minutes, oldest first; the first may be older than 24 hours
 * @param watch everything else
 */
public record RiskState(
        TradingState trading,
        String reason,
        Usd highWaterMark,
        List<Spend> spends,
        List<NavSample> samples,
        Watch watch) {
    /** Before the first trade. */
    public static final RiskState INITIAL =
            new RiskState(TradingState.ACTIVE, "", Usd.ZERO, List.of(), List.of(), Watch.NONE);

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration BETWEEN_SAMPLES = Duration.ofMinutes(10);

    public RiskState {
        spends = List.copyOf(spends);
        samples = List.copyOf(samples);
        if ((trading == TradingState.ACTIVE) != reason.isEmpty()) {
            throw new IllegalArgumentException("a reason is due unless ACTIVE, was " + trading + " \"" + reason + "\"");
        }
        if (watch.exiting() && trading != TradingState.REDUCING) {
            throw new IllegalArgumentException("an exit to cash is REDUCING, was " + trading);
        }
    }

    /** With nothing else to remember. */
    public RiskState(
            TradingState trading, String reason, Usd highWaterMark, List<Spend> spends, List<NavSample> samples) {
        this(trading, reason, highWaterMark, spends, samples, Watch.NONE);
    }

    /** Stops everything but revokes. An earlier reason to halt is kept. */
    public RiskState halt(String why) {
        return moved(Trigger.HALT, why);
    }

    /** Stops everything but revokes and what buys cash. Never loosens HALTED. */
    public RiskState reduce(String why) {
        return moved(Trigger.REDUCE, why);
    }

    /** The same by a person's command, who may also let a halted agent sell. */
    public RiskState reduceByCommand(String why) {
        return new RiskState(trading.on(Trigger.SELL), why, highWaterMark, spends, samples, watch.exiting(false));
    }

    /** Everything is to be sold for cash. Never loosens HALTED. */
    public RiskState exit(String why) {
        RiskState moved = moved(Trigger.EXIT, why);
        return moved.trading == TradingState.REDUCING ? moved.with(moved.watch.exiting(true)) : moved;
    }

    /** Everything is sold: an exit to cash ends in HALTED. Of no effect without one. */
    public RiskState exited() {
        return watch.exiting() ? moved(Trigger.EXITED, "out of everything but cash: " + reason) : this;
    }

    /**
     * A person lets trading go on and accepts the losses and failures so far: both loss limits count from {@code nav} anew, of
     * which the exit value is a little less.
     */
    public RiskState resume(Usd nav) {
        Watch forgiven = watch.exiting(false).marked(nav).healed(code -> true).failed(Failures.NONE);
        return new RiskState(trading.on(Trigger.RESUME), "", nav, spends, List.of(), forgiven);
    }

    /** The same where nobody knows the NAV: both loss limits count from the next one seen. */
    public RiskState resume() {
        return resume(Usd.ZERO);
    }

    /** The transaction is mined: its real fee takes the place of the worst case. A swap that went through ends a row of failures. */
    public RiskState settle(String intentId, Usd realGas) {
        boolean swapped = false;
        for (Spend spend : spends) {
            swapped |= spend.swap() && spend.intentId().equals(intentId);
        }
        RiskState paid = paid(intentId, realGas);
        return swapped && !watch.failures().equals(Failures.NONE) ? paid.with(watch.failed(Failures.NONE)) : paid;
    }

    /** The transaction is mined and failed: its gas is paid all the same. */
    public RiskState revert(String intentId, Usd realGas, Instant at) {
        return paid(intentId, realGas).with(watch.failed(watch.failures().plus(at)));
    }

    /** The transaction can never happen any more: nothing is counted for it. */
    public RiskState release(String intentId) {
        return withSpends(without(intentId).toList());
    }

    /** The same, and that is one more failure in a row. */
    public RiskState drop(String intentId, Instant at) {
        return release(intentId).with(watch.failed(watch.failures().plus(at)));
    }

    private RiskState paid(String intentId, Usd realGas) {
        List<Spend> after = new ArrayList<>(spends.size());
        for (Spend spend : spends) {
            after.add(spend.intentId().equals(intentId) ? spend.settled(realGas) : spend);
        }
        return withSpends(after);
    }

    /** Counts an accepted transaction, once for each intent. */
    RiskState spend(Spend spend) {
        List<Spend> after = new ArrayList<>(spends.size() + 1);
        for (Spend other : spends) {
            if (!other.intentId().equals(spend.intentId())) {
                after.add(other);
            }
        }
        after.add(spend);
        return withSpends(after);
    }

    /** Notes what the account is worth, where that can be trusted. */
    RiskState see(Instant at, Worth worth) {
        return new RiskState(
                trading,
                reason,
                highWaterMark.max(worth.nav()),
                spends,
                sampled(at, worth),
                watch.marked(watch.exitMark().max(worth.exit())));
    }

    /** Forgets spends at or before {@code horizon}. */
    RiskState forget(Instant horizon) {
        for (Spend each : spends) {
            if (!each.at().isAfter(horizon)) {
                return withSpends(spends.stream()
                        .filter(spend -> spend.at().isAfter(horizon))
                        .toList());
            }
        }
        return this;
    }

    Stream<Spend> without(String intentId) {
        return spends.stream().filter(spend -> !spend.intentId().equals(intentId));
    }

    Optional<Instant> brokenSince(LimitCode code) {
        for (Breach breach : watch.breaches()) {
            if (breach.code() == code) {
                return Optional.of(breach.since());
            }
        }
        return Optional.empty();
    }

    RiskState broken(LimitCode code, Instant now) {
        return brokenSince(code).isPresent() ? this : with(watch.breached(new Breach(code, now)));
    }

    RiskState healed(LimitCode code) {
        return brokenSince(code).isPresent() ? with(watch.healed(code::equals)) : this;
    }

    RiskState warned(SortedSet<LimitCode> codes) {
        return with(watch.warned(codes));
    }

    RiskState pinned(NavigableMap<Address, Hash32> codes) {
        return with(watch.pinned(codes));
    }

    private RiskState moved(Trigger trigger, String why) {
        TradingState next = trading.on(trigger);
        return next == trading ? this : new RiskState(next, why, highWaterMark, spends, samples, watch.exiting(false));
    }

    private List<NavSample> sampled(Instant at, Worth worth) {
        if (!samples.isEmpty()
                && at.isBefore(samples.get(samples.size() - 1).at().plus(BETWEEN_SAMPLES))) {
            return samples;
        }
        Instant dayAgo = at.minus(DAY);
        int from = 0;
        while (from + 1 < samples.size() && !samples.get(from + 1).at().isAfter(dayAgo)) {
            from++;
        }
        List<NavSample> kept = new ArrayList<>(samples.subList(from, samples.size()));
        kept.add(new NavSample(at, worth.nav(), worth.exit()));
        return kept;
    }

    private RiskState with(Watch other) {
        return new RiskState(trading, reason, highWaterMark, spends, samples, other);
    }

    private RiskState withSpends(List<Spend> newSpends) {
        return new RiskState(trading, reason, highWaterMark, newSpends, samples, watch);
    }
}
