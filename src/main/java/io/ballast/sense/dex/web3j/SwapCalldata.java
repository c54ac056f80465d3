package io.ballast.sense.dex.web3j;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.TokenAmount;
import io.ballast.sense.dex.Hop;
import io.ballast.sense.dex.Route;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.web3j.abi.datatypes.DynamicArray;
import org.web3j.abi.datatypes.DynamicBytes;
import org.web3j.abi.datatypes.DynamicStruct;
import org.web3j.abi.datatypes.StaticStruct;
import org.web3j.abi.datatypes.generated.Uint160;
import org.web3j.abi.datatypes.generated.Uint24;

/**
 * Calldata of exact-input swaps for Uniswap's SwapRouter02. Its swap functions have no deadline, so every swap is wrapped in
 * {@code multicall(uint256 deadline, bytes[])}.
 */
public final class SwapCalldata {
    /** SwapRouter02 reads recipients 1 and 2 as "the sender" and "the router"; 0 burns. */
    private static final BigInteger LAST_RESERVED = BigInteger.TWO;

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
        requireOf(route.in().equals(amountIn.token()) && !amountIn.isZero(), "amount in", amountIn);
        requireOf(route.out().equals(minOut.token()) && !minOut.isZero(), "minimum out", minOut);
        if (new BigInteger(1, recipient.bytes()).compareTo(LAST_RESERVED) <= 0) {
            throw new IllegalArgumentException("recipient must be an account, was " + recipient);
        }
        Bytes swap = switch (route.venue().protocol()) {
            case CONSTANT_PRODUCT -> pairs(route, amountIn, minOut, recipient);
            case CONCENTRATED ->
                route.hops().size() == 1
                        ? single(route.hops().get(0), amountIn, minOut, recipient)
                        : path(route, amountIn, minOut, recipient);
            default ->
                throw new IllegalArgumentException(
                        "SwapRouter02 does not swap at " + route.venue().label());
        };
        return Abi.call(
                "multicall",
                Abi.uint(BigInteger.valueOf(deadline.getEpochSecond())),
                new DynamicArray<>(DynamicBytes.class, List.of(Abi.bytes(swap))));
    }

    private static Bytes pairs(Route route, TokenAmount amountIn, TokenAmount minOut, Address recipient) {
        List<Address> path = new ArrayList<>(List.of(route.in().address()));
        route.hops().forEach(hop -> path.add(hop.out().address()));
        return Abi.call(
                "swapExactTokensForTokens",
                Abi.uint(amountIn.raw()),
                Abi.uint(minOut.raw()),
                Abi.addresses(path),
                Abi.address(recipient));
    }

    private static Bytes single(Hop hop, TokenAmount amountIn, TokenAmount minOut, Address recipient) {
        return Abi.call(
                "exactInputSingle",
                new StaticStruct(
                        Abi.address(hop.in().address()),
                        Abi.address(hop.out().address()),
                        new Uint24(BigInteger.valueOf(hop.feePips())),
                        Abi.address(recipient),
                        Abi.uint(amountIn.raw()),
                        Abi.uint(minOut.raw()),
                        new Uint160(BigInteger.ZERO)));
    }

    private static Bytes path(Route route, TokenAmount amountIn, TokenAmount minOut, Address recipient) {
        ByteArrayOutputStream path = new ByteArrayOutputStream();
        path.writeBytes(route.in().address().bytes());
        for (Hop hop : route.hops()) {
            path.writeBytes(
                    new byte[] {(byte) (hop.feePips() >>> 16), (byte) (hop.feePips() >>> 8), (byte) hop.feePips()});
            path.writeBytes(hop.out().address().bytes());
        }
        return Abi.call(
                "exactInput",
                new DynamicStruct(
                        new DynamicBytes(path.toByteArray()),
                        Abi.address(recipient),
                        Abi.uint(amountIn.raw()),
                        Abi.uint(minOut.raw())));
    }

    private static void requireOf(boolean holds, String what, TokenAmount amount) {
        if (!holds) {
            throw new IllegalArgumentException(what + " must be more than zero of the route's token, was " + amount);
        }
    }
}
