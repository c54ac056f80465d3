package io.ballast.act.risk;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Limits that are nearly used up, each said once until it is no longer.
 *
 * @param fresh passed with four fifths used or more, and was not so before
 * @param next remembers them
 */
record Warnings(List<LimitCheck> fresh, RiskState next) {
    Warnings {
        fresh = List.copyOf(fresh);
    }

    /** @param checks all that were made; of other limits nothing changes */
    static Warnings of(List<LimitCheck> checks, RiskState state) {
        SortedSet<LimitCode> before = state.watch().warned();
        boolean quiet = true;
        for (LimitCheck check : checks) {
            quiet &= !check.warns() && !before.contains(check.code());
        }
        if (quiet) {
            return new Warnings(List.of(), state);
        }
        List<LimitCheck> fresh = checks.stream()
                .filter(check -> check.warns() && !before.contains(check.code()))
                .toList();
        SortedSet<LimitCode> now = new TreeSet<>(before);
        now.removeAll(checks.stream()
                .filter(check -> !check.isNear())
                .map(LimitCheck::code)
                .collect(Collectors.toSet()));
        fresh.forEach(check -> now.add(check.code()));
        return new Warnings(fresh, now.equals(before) ? state : state.warned(now));
    }
}
