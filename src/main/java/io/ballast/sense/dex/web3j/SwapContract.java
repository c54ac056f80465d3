package io.ballast.sense.dex.web3j;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Token;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.RoutePart;
import io.ballast.sense.dex.RouterReach;
import java.time.Instant;
import java.util.List;

/** A router contract that swaps are sent to. */
public sealed interface SwapContract permits SwapRouter02, UniversalRouter, V2Router {
    Address address();

    /** For people. */
    String label();

    /** What it can do in one transaction. */
    RouterReach reach();

    /** All that must be granted before it can take a token, in the order of granting; back at zero when it has taken it. */
    List<SpendingRight> rights(Token token);

    /**
     * Calldata of one swap in several parts; it reverts as a whole if one part gives less than its minimum.
     *
     * @param parts one or more, all from the same token to the same token
     * @param pools all pools of the routes; keys of Uniswap V4 are part of the calldata
     * @param recipient gets the output; an account
     * @param deadline after whose second the transaction reverts
     */
    Bytes exactInput(List<RoutePart> parts, List<PoolSpec> pools, Address recipient, Instant deadline);
}
