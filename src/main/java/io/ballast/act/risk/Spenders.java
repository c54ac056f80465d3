package io.ballast.act.risk;

import io.ballast.base.units.Address;
import java.util.Collections;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The only contracts that may be given swaps and allowances.
 *
 * @param direct routers that the token itself allows
 * @param viaPermit2 routers that Permit2 allows
 * @param permit2 which the token allows in their place
 */
public record Spenders(Set<Address> direct, Set<Address> viaPermit2, Optional<Address> permit2) {
    public Spenders {
        direct = sorted(direct);
        viaPermit2 = sorted(viaPermit2);
    }

    /** Routers that the token itself allows. */
    public static Spenders of(Address... routers) {
        return new Spenders(Set.of(routers), Set.of(), Optional.empty());
    }

    /** Every address that may be called or allowed. */
    public Set<Address> all() {
        NavigableSet<Address> all = new TreeSet<>(direct);
        all.addAll(viaPermit2);
        permit2.ifPresent(all::add);
        return Collections.unmodifiableNavigableSet(all);
    }

    /** Whether swaps may be sent to it. */
    boolean swaps(Address router) {
        return direct.contains(router) || viaPermit2.contains(router);
    }

    /** Whether it may be allowed to take a token, by a call of the contract that keeps count. */
    boolean mayTake(Address keeper, Address spender) {
        return isPermit2(keeper) ? viaPermit2.contains(spender) : direct.contains(spender) || isPermit2(spender);
    }

    boolean isPermit2(Address address) {
        return permit2.filter(address::equals).isPresent();
    }

    private static NavigableSet<Address> sorted(Set<Address> items) {
        return Collections.unmodifiableNavigableSet(new TreeSet<>(items));
    }
}
