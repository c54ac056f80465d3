package io.ballast.act.risk;

import io.ballast.base.units.Address;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.Usd;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What is remembered from one look to the next, beside trades and values.
 *
 * @param exiting REDUCING means here that everything is to be sold for cash, and then HALTED
 * @param exitMark highest exit value seen
 * @param breaches limits that must stay broken for a while before something is done
 * @param warned limits of which it was said that they are nearly used up
 * @param failures in a row
 * @param pins of code, in ascending order of address
 */
public record Watch(
        boolean exiting,
        Usd exitMark,
        List<Breach> breaches,
        SortedSet<LimitCode> warned,
        Failures failures,
        List<CodePin> pins) {
    private static final SortedSet<LimitCode> NO_CODES = Collections.emptySortedSet();

    public static final Watch NONE = new Watch(false, Usd.ZERO, List.of(), NO_CODES, Failures.NONE, List.of());

    public Watch {
        breaches = List.copyOf(breaches);
        warned = warned.isEmpty() ? NO_CODES : Collections.unmodifiableSortedSet(new TreeSet<>(warned));
        pins = List.copyOf(pins);
    }

    Watch exiting(boolean now) {
        return new Watch(now, exitMark, breaches, warned, failures, pins);
    }

    Watch marked(Usd exit) {
        return exit.equals(exitMark) ? this : new Watch(exiting, exit, breaches, warned, failures, pins);
    }

    Watch breached(Breach breach) {
        return new Watch(
                exiting,
                exitMark,
                Stream.concat(breaches.stream(), Stream.of(breach)).toList(),
                warned,
                failures,
                pins);
    }

    Watch healed(Predicate<LimitCode> healed) {
        List<Breach> left =
                breaches.stream().filter(breach -> !healed.test(breach.code())).toList();
        return new Watch(exiting, exitMark, left, warned, failures, pins);
    }

    Watch warned(SortedSet<LimitCode> now) {
        return new Watch(exiting, exitMark, breaches, now, failures, pins);
    }

    Watch failed(Failures now) {
        return new Watch(exiting, exitMark, breaches, warned, now, pins);
    }

    /** Fingerprints by address. */
    NavigableMap<Address, Hash32> codes() {
        NavigableMap<Address, Hash32> codes = new TreeMap<>();
        pins.forEach(pin -> codes.put(pin.address(), pin.code()));
        return codes;
    }

    Watch pinned(NavigableMap<Address, Hash32> codes) {
        List<CodePin> now = codes.entrySet().stream()
                .map(entry -> new CodePin(entry.getKey(), entry.getValue()))
                .toList();
        return new Watch(exiting, exitMark, breaches, warned, failures, now);
    }
}
