package io.ballast.act.risk;

import io.ballast.base.units.Address;
import io.ballast.base.units.Hash32;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What must hold between trades.
 *
 * @param maxFailures most transactions in a row that may revert or be dropped
 * @param failurePause without anything but reductions after each failure above that; empty means HALTED
 * @param maxBlocksBehind heights that the block decided on may lie below the highest block ever seen
 * @param depegMustLast how long a token must be off its peg until trading is HALTED
 * @param witnesses of prices that must know both tokens and agree with the quote, beside the feeds
 * @param pinsCode whether code is read at each decision's block and compared
 * @param acceptedCode fingerprints that a person accepted, by address; they go before those of the first look
 */
public record StandingRules(
        int maxFailures,
        Optional<Duration> failurePause,
        int maxBlocksBehind,
        Duration depegMustLast,
        Set<PriceWitness> witnesses,
        boolean pinsCode,
        SortedMap<Address, Hash32> acceptedCode,
        Protections protections) {
    public StandingRules {
        witnesses = Collections.unmodifiableSet(
                witnesses.isEmpty() ? EnumSet.noneOf(PriceWitness.class) : EnumSet.copyOf(witnesses));
        acceptedCode = Collections.unmodifiableSortedMap(new TreeMap<>(acceptedCode));
        if (maxFailures < 0 || maxBlocksBehind < 0) {
            throw new IllegalArgumentException(
                    "counts must not be negative, were " + maxFailures + " and " + maxBlocksBehind);
        }
        if (depegMustLast.isNegative()
                || failurePause.filter(Duration::isNegative).isPresent()) {
            throw new IllegalArgumentException(
                    "durations must not be negative, were " + depegMustLast + " and " + failurePause);
        }
    }

    /** The fingerprint that each contract must have: the accepted one, or else the one of the first look. */
    Map<Address, Hash32> due(RiskState state) {
        Map<Address, Hash32> due = new TreeMap<>(state.watch().codes());
        due.putAll(acceptedCode);
        return due;
    }
}
