package io.ballast.sense.dex.web3j;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.TokenAmount;
import io.ballast.sense.dex.Hop;
import io.ballast.sense.dex.Route;
import io.ballast.sense.dex.RoutePart;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import org.web3j.abi.datatypes.DynamicArray;
import org.web3j.abi.datatypes.DynamicBytes;
import org.web3j.abi.datatypes.DynamicStruct;
import org.web3j.abi.datatypes.StaticStruct;
import org.web3j.abi.datatypes.generated.Uint160;
import org.web3j.abi.datatypes.generated.Uint24;

/**
 * Calldata of exact-input swaps for Uniswap's SwapRouter02. Its swap functions have no deadline, so all parts of a swap are
 * wrapped in one {@code multicall(uint256 deadline, bytes[])}: they happen together or not at all.
 */
public final class SwapCalldata {
    private SwapCalldata() {}

    /**
     * One swap along a route.
     *
     * @param amountIn of the route's first token, greater than zero: the router reads zero as "all it holds"
     * @param minOut of the route's last token, greater than zero
     * @param recipient gets the output; an account, none of the router's reserved numbers 0 to 2
     * @param deadline after whose second the transaction reverts
     */
    public static Bytes exactInput(
            Route route, TokenAmount amountIn, TokenAmount minOut, Address recipient, Instant deadline) {
        return exactInput(List.of(new RoutePart(route, amountIn, minOut)), recipient, deadline);
    }

    /**
     * One swap in several parts, in the order given; it reverts as a whole if one part gives less than its minimum.
     *
     * @param parts one or more, all from the same token to the same token, along pools of Uniswap V2 or V3
     * @param recipient gets the output; an account, none of the router's reserved numbers 0 to 2
     * @param deadline after whose second the transaction reverts
     */
    public static Bytes exactInput(List<RoutePart> parts, Address recipient, Instant deadline) {
        SwapRules.requireOneSwap(parts);
        SwapRules.requireAccount(recipient);
        return Abi.call(
                "multicall",
                Abi.uint(BigInteger.valueOf(deadline.getEpochSecond())),
                new DynamicArray<>(
                        DynamicBytes.class,
                        parts.stream()
                                .map(part -> Abi.bytes(swap(part, recipient)))
                                .toList()));
    }

    private static Bytes swap(RoutePart part, Address recipient) {
        Route route = part.route();
        return switch (route.venue()) {
            case UNISWAP_V2 -> pairs(part, recipient);
            case UNISWAP_V3 -> route.hops().size() == 1 ? single(part, recipient) : path(part, recipient);
            default ->
                throw new IllegalArgumentException(
                        "SwapRouter02 does not swap at " + route.venue().label());
        };
    }

    private static Bytes pairs(RoutePart part, Address recipient) {
        return Abi.call(
                "swapExactTokensForTokens",
                Abi.uint(part.amountIn().raw()),
                Abi.uint(part.minOut().raw()),
                Abi.addresses(SwapRules.tokens(part.route())),
                Abi.address(recipient));
    }

    private static Bytes single(RoutePart part, Address recipient) {
        Hop hop = part.route().hops().get(0);
        return Abi.call(
                "exactInputSingle",
                new StaticStruct(
                        Abi.address(hop.in().address()),
                        Abi.address(hop.out().address()),
                        new Uint24(BigInteger.valueOf(hop.feePips())),
                        Abi.address(recipient),
                        Abi.uint(part.amountIn().raw()),
                        Abi.uint(part.minOut().raw()),
                        new Uint160(BigInteger.ZERO)));
    }

    private static Bytes path(RoutePart part, Address recipient) {
        return Abi.call(
                "exactInput",
                new DynamicStruct(
                        Abi.bytes(V3Path.of(part.route())),
                        Abi.address(recipient),
                        Abi.uint(part.amountIn().raw()),
                        Abi.uint(part.minOut().raw())));
    }
}
