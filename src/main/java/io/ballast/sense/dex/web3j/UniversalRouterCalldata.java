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
 * {@code execute}. The sender pays through {@link Permit2}. Immutable and thread-safe.
 */
public final class UniversalRouterCalldata {
    private static final byte V3_SWAP_EXACT_IN = 0x00;
    private static final byte V2_SWAP_EXACT_IN = 0x08;
    private static final byte V4_SWAP = 0x10;

    private final V4Actions v4;

    /** @param pools all V4 pools that may be on a route: their keys are part of the calldata */
    public UniversalRouterCalldata(UniversalRouterVersion version, List<PoolSpec> pools) {
        this.v4 = new V4Actions(version, pools.stream().collect(Collectors.toMap(PoolSpec::id, pool -> pool)));
    }

    /**
     * One swap in several parts, in the order given; it reverts as a whole if one part gives less than its minimum.
     *
     * @param parts one or more, all from the same token to the same token; none through the chain's coin itself
     * @param recipient gets the output; an account, none of the router's reserved numbers 0 to 2
     * @param deadline after whose second the transaction reverts
     */
    public Bytes exactInput(List<RoutePart> parts, Address recipient, Instant deadline) {
        SwapRules.requireOneSwap(parts);
        SwapRules.requireAccount(recipient);
        ByteArrayOutputStream commands = new ByteArrayOutputStream();
        List<DynamicBytes> inputs = new ArrayList<>();
        for (RoutePart part : parts) {
            commands.write(command(part));
            inputs.add(Abi.bytes(input(part, recipient)));
        }
        return Abi.call(
                "execute",
                new DynamicBytes(commands.toByteArray()),
                new DynamicArray<>(DynamicBytes.class, inputs),
                Abi.uint(BigInteger.valueOf(deadline.getEpochSecond())));
    }

    private static byte command(RoutePart part) {
        return switch (part.route().venue()) {
            case UNISWAP_V2 -> V2_SWAP_EXACT_IN;
            case UNISWAP_V3 -> V3_SWAP_EXACT_IN;
            case UNISWAP_V4 -> V4_SWAP;
            default ->
                throw new IllegalArgumentException("the Universal Router does not swap at "
                        + part.route().venue().label());
        };
    }

    private Bytes input(RoutePart part, Address recipient) {
        return switch (part.route().venue()) {
            case UNISWAP_V2 -> swap(part, recipient, Abi.addresses(SwapRules.tokens(part.route())));
            case UNISWAP_V3 -> swap(part, recipient, Abi.bytes(V3Path.of(part.route())));
            default -> v4.swap(part, recipient);
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
