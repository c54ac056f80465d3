package io.ballast.sense.dex.web3j;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.RoutePart;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.web3j.abi.datatypes.DynamicArray;
import org.web3j.abi.datatypes.DynamicBytes;
import org.web3j.abi.datatypes.Type;

/**
 * Calldata of exact-input swaps for Uniswap's Universal Router: parts along pools of Uniswap V2, V3 and V4 in one
 * {@code execute}. The sender pays through {@link Permit2}, in tokens: for pools that settle in the chain's coin the router
 * unwraps and wraps. Immutable and thread-safe.
 */
public final class UniversalRouterCalldata {
    private final V4Commands v4;

    /** @param pools all V4 pools that may be on a route: their keys are part of the calldata */
    public UniversalRouterCalldata(UniversalRouterVersion version, List<PoolSpec> pools) {
        this.v4 = new V4Commands(version, pools.stream().collect(Collectors.toMap(PoolSpec::id, pool -> pool)));
    }

    /**
     * One swap in several parts, in the order given; it reverts as a whole if one part gives less than its minimum.
     *
     * @param parts one or more, all from the same token to the same token
     * @param recipient gets the output; an account, none of the router's reserved numbers 0 to 2
     * @param deadline after whose second the transaction reverts
     */
    public Bytes exactInput(List<RoutePart> parts, Address recipient, Instant deadline) {
        SwapRules.requireOneSwap(parts);
        SwapRules.requireAccount(recipient);
        ByteArrayOutputStream commands = new ByteArrayOutputStream();
        List<DynamicBytes> inputs = new ArrayList<>();
        for (RoutePart part : parts) {
            for (RouterCommand command : commands(part, recipient)) {
                commands.write(command.code());
                inputs.add(Abi.bytes(command.input()));
            }
        }
        return Abi.call(
                "execute",
                new DynamicBytes(commands.toByteArray()),
                new DynamicArray<>(DynamicBytes.class, inputs),
                Abi.uint(BigInteger.valueOf(deadline.getEpochSecond())));
    }

    private List<RouterCommand> commands(RoutePart part, Address recipient) {
        return switch (part.route().venue()) {
            case UNISWAP_V2 ->
                List.of(new RouterCommand(
                        RouterCommand.V2_SWAP_EXACT_IN,
                        swap(part, recipient, Abi.addresses(SwapRules.tokens(part.route())))));
            case UNISWAP_V3 ->
                List.of(new RouterCommand(
                        RouterCommand.V3_SWAP_EXACT_IN, swap(part, recipient, Abi.bytes(V3Path.of(part.route())))));
            case UNISWAP_V4 -> v4.of(part, recipient);
            default ->
                throw new IllegalArgumentException("the Universal Router does not swap at "
                        + part.route().venue().label());
        };
    }

    /** The sender pays; false would mean that the router holds the amount already. */
    private static Bytes swap(RoutePart part, Address recipient, Type<?> path) {
        return Abi.encode(
                Abi.address(recipient),
                Abi.uint(part.amountIn().raw()),
                Abi.uint(part.minOut().raw()),
                path,
                Abi.bool(true));
    }
}
