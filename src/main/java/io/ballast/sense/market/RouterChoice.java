package io.ballast.sense.market;

import io.ballast.sense.dex.Protocol;
import io.ballast.sense.dex.RouterReach;
import io.ballast.sense.dex.Venue;
import io.ballast.sense.dex.web3j.SwapContract;
import io.ballast.sense.dex.web3j.SwapRouter02;
import io.ballast.sense.dex.web3j.UniversalRouter;
import io.ballast.sense.dex.web3j.V2Router;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The routers of a network that a strategy needs, and no more of them: every one can be approved. */
record RouterChoice(NetworkFile file) {

    /** All that are pinned, the cheapest to call first. */
    List<SwapContract> all() {
        NetworkFile.Contracts contracts = file.contracts();
        List<SwapContract> all = new ArrayList<>();
        contracts.router().map(SwapRouter02::new).ifPresent(all::add);
        contracts.v2Routers().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                .filter(entry -> entry.getKey().protocol() == Protocol.CONSTANT_PRODUCT)
                .map(entry -> new V2Router(entry.getValue(), entry.getKey()))
                .forEach(all::add);
        contracts
                .universalRouter()
                .flatMap(router -> contracts
                        .permit2()
                        .map(permit2 -> new UniversalRouter(router.address(), router.version(), permit2)))
                .ifPresent(all::add);
        return all;
    }

    /**
     * Those that swap in pools of these exchanges; one that can do nothing that an earlier one cannot is left out.
     *
     * @param complaint gets a sentence for each exchange that none reaches
     */
    List<SwapContract> of(Set<Venue> venues, Consumer<String> complaint) {
        List<SwapContract> chosen = new ArrayList<>();
        for (SwapContract router : all()) {
            RouterReach useful = router.reach().within(venues);
            boolean done = chosen.stream().anyMatch(earlier -> earlier.reach().covers(useful));
            if (!useful.venues().isEmpty() && !done) {
                chosen.add(router);
            }
        }
        venues.stream()
                .sorted()
                .filter(Venue::tradable)
                .filter(venue -> chosen.stream()
                        .noneMatch(router -> router.reach().venues().contains(venue)))
                .forEach(venue -> complaint.accept("network " + file.name() + " pins no router for pools of "
                        + venue.label() + " (" + key(venue) + ")"));
        return chosen;
    }

    private static String key(Venue venue) {
        return switch (venue) {
            case UNISWAP_V2, UNISWAP_V3 -> "contracts.router";
            case UNISWAP_V4 -> "contracts.universal_router";
            default -> RouterRules.path(venue);
        };
    }
}
