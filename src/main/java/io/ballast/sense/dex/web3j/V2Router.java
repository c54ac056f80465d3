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

/** The router of Uniswap V2 or a fork of it: one route of one exchange, allowed by the token itself. */
public record V2Router(Address address, Venue venue) implements SwapContract {
    @Override
    public String label() {
        return "router of " + venue.label();
    }

    @Override
    public RouterReach reach() {
        return RouterReach.pairs(venue);
    }

    @Override
    public List<SpendingRight> rights(Token token) {
        return List.of(SpendingRight.ofToken(token, address));
    }

    @Override
    public Bytes exactInput(List<RoutePart> parts, List<PoolSpec> pools, Address recipient, Instant deadline) {
        if (parts.size() != 1) {
            throw new IllegalArgumentException("a V2 router takes one route, was " + parts.size());
        }
        return V2RouterCalldata.exactInput(parts.getFirst(), recipient, deadline);
    }
}
