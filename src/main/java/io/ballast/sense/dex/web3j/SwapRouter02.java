package io.ballast.sense.dex.web3j;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Token;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.RoutePart;
import io.ballast.sense.dex.RouterReach;
import java.time.Instant;
import java.util.List;

/** Uniswap's SwapRouter02: V2 and V3 in one call, allowed by the token itself. */
public record SwapRouter02(Address address) implements SwapContract {
    @Override
    public String label() {
        return "SwapRouter02";
    }

    @Override
    public RouterReach reach() {
        return RouterReach.SWAP_ROUTER_02;
    }

    @Override
    public List<SpendingRight> rights(Token token) {
        return List.of(SpendingRight.ofToken(token, address));
    }

    @Override
    public Bytes exactInput(List<RoutePart> parts, List<PoolSpec> pools, Address recipient, Instant deadline) {
        return SwapCalldata.exactInput(parts, recipient, deadline);
    }
}
