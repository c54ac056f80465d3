package io.ballast.sense.market;

import io.ballast.base.config.Check;
import io.ballast.sense.dex.Protocol;
import io.ballast.sense.dex.Venue;
import java.util.Locale;

/** Rules over the routers of a network file. */
record RouterRules(NetworkFile.Contracts contracts) {
    void check(Check check) {
        if (contracts.universalRouter().isPresent() && contracts.permit2().isEmpty()) {
            check.problem("contracts", "needs permit2, through which the Universal Router is paid");
        }
        contracts.v2Routers().keySet().stream()
                .filter(venue -> venue.protocol() != Protocol.CONSTANT_PRODUCT)
                .forEach(venue -> check.problem(
                        path(venue),
                        "pools of " + venue.label() + " are not swapped in by a router of Uniswap V2's kind"));
    }

    /** Where the file names the router of an exchange. */
    static String path(Venue venue) {
        return "contracts.v2_routers." + venue.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
