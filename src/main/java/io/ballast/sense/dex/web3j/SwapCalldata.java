package io.ballast.sense.dex.web3j;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.TokenAmount;
import io.ballast.sense.dex.Hop;
import io.ballast.sense.dex.Route;
import io.ballast.sense.dex.RoutePart;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Calldata of exact-input swaps for Uniswap's SwapRouter02. Its swap functions have no deadline, so all parts of a swap are
 * wrapped in one {@code multicall(uint256 deadline, bytes[])}: they happen together or not at all.
 */
public final class SwapCalldata {
    private static final byte[] MULTICALL = WordWriter.selector("multicall(uint256,bytes[])");
    private static final byte[] PATH = WordWriter.selector("exactInput((bytes,address,uint256,uint256))");
    private static final byte[] SINGLE =
            WordWriter.selector("exactInputSingle((address,address,uint24,address,uint256,uint256,uint160))");

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
        List<Bytes> swaps = new ArrayList<>(parts.size());
        int words = 3 + parts.size();
        for (RoutePart part : parts) {
            Bytes swap = swap(part, recipient);
            swaps.add(swap);
            words += WordWriter.words(swap);
        }
        WordWriter call = new WordWriter(MULTICALL, words)
                .uint(deadline.getEpochSecond())
                .uint(2L * WordWriter.WORD)
                .uint(swaps.size());
        long offset = (long) WordWriter.WORD * swaps.size();
        for (Bytes swap : swaps) {
            call.uint(offset);
            offset += (long) WordWriter.WORD * WordWriter.words(swap);
        }
        swaps.forEach(call::bytes);
        return call.done();
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
        return new WordWriter(SINGLE, 7)
                .address(hop.in().address())
                .address(hop.out().address())
                .uint(hop.feePips())
                .address(recipient)
                .uint(part.amountIn().raw())
                .uint(part.minOut().raw())
                .uint(0)
                .done();
    }

    private static Bytes path(RoutePart part, Address recipient) {
        Bytes path = V3Path.of(part.route());
        return new WordWriter(PATH, 5 + WordWriter.words(path))
                .uint(WordWriter.WORD)
                .uint(4L * WordWriter.WORD)
                .address(recipient)
                .uint(part.amountIn().raw())
                .uint(part.minOut().raw())
                .bytes(path)
                .done();
    }
}
