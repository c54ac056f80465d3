package io.ballast.sense.dex.web3j;

import io.ballast.base.units.Address;
import io.ballast.sense.dex.Route;
import io.ballast.sense.dex.RoutePart;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** What every router's calldata has in common. */
final class SwapRules {
    /** Uniswap's routers read recipients 1 and 2 as "the sender" and "the router"; 0 burns. */
    private static final BigInteger LAST_RESERVED = BigInteger.TWO;

    private SwapRules() {}

    static void requireAccount(Address recipient) {
        if (new BigInteger(1, recipient.bytes()).compareTo(LAST_RESERVED) <= 0) {
            throw new IllegalArgumentException("recipient must be an account, was " + recipient);
        }
    }

    /** One part or more, all between the same two tokens. */
    static void requireOneSwap(List<RoutePart> parts) {
        if (parts.size() == 1) {
            return;
        }
        long pairs = parts.stream()
                .map(part -> List.of(part.route().in(), part.route().out()))
                .distinct()
                .count();
        if (pairs != 1) {
            throw new IllegalArgumentException("the parts of a swap must share both tokens: "
                    + parts.stream().map(RoutePart::route).toList());
        }
    }

    static List<Address> tokens(Route route) {
        List<Address> tokens = new ArrayList<>(List.of(route.in().address()));
        route.hops().forEach(hop -> tokens.add(hop.out().address()));
        return tokens;
    }
}
