package io.ballast.sense.dex.web3j;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.sense.dex.Protocol;
import io.ballast.sense.dex.RoutePart;
import java.math.BigInteger;
import java.time.Instant;

/**
 * Calldata of exact-input swaps for the routers of Uniswap V2 and its forks. Such a router knows one factory, so all hops are
 * pools of the exchange the router belongs to; it takes one route in a transaction.
 */
public final class V2RouterCalldata {
    private V2RouterCalldata() {}

    /**
     * One swap along a route of pairs.
     *
     * @param recipient gets the output; an account
     * @param deadline after whose second the transaction reverts
     */
    public static Bytes exactInput(RoutePart part, Address recipient, Instant deadline) {
        if (part.route().venue().protocol() != Protocol.CONSTANT_PRODUCT) {
            throw new IllegalArgumentException(
                    "a V2 router does not swap at " + part.route().venue().label());
        }
        SwapRules.requireAccount(recipient);
        return Abi.call(
                "swapExactTokensForTokens",
                Abi.uint(part.amountIn().raw()),
                Abi.uint(part.minOut().raw()),
                Abi.addresses(SwapRules.tokens(part.route())),
                Abi.address(recipient),
                Abi.uint(BigInteger.valueOf(deadline.getEpochSecond())));
    }
}
