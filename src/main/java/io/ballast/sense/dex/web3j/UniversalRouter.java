package io.ballast.sense.dex.web3j;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Token;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.RoutePart;
import io.ballast.sense.dex.RouterReach;
import io.ballast.sense.dex.Venue;
import java.time.Instant;
import java.util.List;

/**
 * Uniswap's Universal Router: V2, V3 and V4 in one call. The token allows Permit2, and Permit2 allows the router.
 *
 * @param version decides about the calldata
 * @param permit2 the one that this router was deployed with
 */
public record UniversalRouter(Address address, UniversalRouterVersion version, Address permit2)
        implements SwapContract {
    @Override
    public String label() {
        return "Universal Router";
    }

    @Override
    public RouterReach reach() {
        return RouterReach.UNIVERSAL;
    }

    @Override
    public List<SpendingRight> rights(Token token) {
        return List.of(SpendingRight.ofToken(token, permit2), new SpendingRight(token, permit2, address));
    }

    @Override
    public Bytes exactInput(List<RoutePart> parts, List<PoolSpec> pools, Address recipient, Instant deadline) {
        List<PoolSpec> singletons =
                pools.stream().filter(pool -> pool.venue() == Venue.UNISWAP_V4).toList();
        return new UniversalRouterCalldata(version, singletons).exactInput(parts, recipient, deadline);
    }
}
