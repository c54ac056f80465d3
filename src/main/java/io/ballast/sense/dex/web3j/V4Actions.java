package io.ballast.sense.dex.web3j;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.PoolId;
import io.ballast.sense.dex.Hop;
import io.ballast.sense.dex.PoolKey;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.RoutePart;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.web3j.abi.datatypes.DynamicArray;
import org.web3j.abi.datatypes.DynamicBytes;
import org.web3j.abi.datatypes.DynamicStruct;
import org.web3j.abi.datatypes.Type;
import org.web3j.abi.datatypes.generated.Int24;
import org.web3j.abi.datatypes.generated.Uint128;
import org.web3j.abi.datatypes.generated.Uint24;
import org.web3j.abi.datatypes.generated.Uint256;

/**
 * The actions of a V4 swap inside the Universal Router: swap along the route, pay what it costs out of the sender's Permit2
 * allowance, take all it gives.
 */
final class V4Actions {
    private static final byte SWAP_EXACT_IN_SINGLE = 0x06;
    private static final byte SWAP_EXACT_IN = 0x07;
    private static final byte SETTLE = 0x0b;
    private static final byte TAKE = 0x0e;

    /** In place of an amount: all that the swap gave. */
    private static final BigInteger ALL = BigInteger.ZERO;

    private static final int AMOUNT_BITS = 128;

    private final UniversalRouterVersion version;
    private final Map<PoolId, PoolSpec> pools;

    V4Actions(UniversalRouterVersion version, Map<PoolId, PoolSpec> pools) {
        this.version = version;
        this.pools = pools;
    }

    /**
     * Paying exactly the amount in, and not whatever is owed, makes a swap that stopped half way revert.
     *
     * @return {@code abi.encode(bytes actions, bytes[] parameters)}
     */
    Bytes swap(RoutePart part, Address recipient) {
        requireFits(part.amountIn().raw());
        requireFits(part.minOut().raw());
        boolean single = part.route().hops().size() == 1;
        byte[] actions = {single ? SWAP_EXACT_IN_SINGLE : SWAP_EXACT_IN, SETTLE, TAKE};
        Bytes settle = Abi.encode(
                Abi.address(part.route().in().address()),
                Abi.uint(part.amountIn().raw()),
                Abi.bool(true));
        Bytes take = Abi.encode(Abi.address(part.route().out().address()), Abi.address(recipient), Abi.uint(ALL));
        return Abi.encode(
                new DynamicBytes(actions),
                new DynamicArray<>(
                        DynamicBytes.class,
                        List.of(
                                Abi.bytes(Abi.encode(single ? single(part) : path(part))),
                                Abi.bytes(settle),
                                Abi.bytes(take))));
    }

    private DynamicStruct single(RoutePart part) {
        Hop hop = part.route().hops().get(0);
        PoolKey key = key(hop);
        return new DynamicStruct(
                V4Quoter.struct(key),
                Abi.bool(hop.in().address().equals(key.currency0())),
                new Uint128(part.amountIn().raw()),
                new Uint128(part.minOut().raw()),
                new DynamicBytes(new byte[0]));
    }

    @SuppressWarnings("rawtypes") // web3j's structs take raw types
    private DynamicStruct path(RoutePart part) {
        List<DynamicStruct> path = part.route().hops().stream().map(this::step).toList();
        List<Type> members = new ArrayList<>(
                List.of(Abi.address(part.route().in().address()), new DynamicArray<>(DynamicStruct.class, path)));
        if (version.limitsHops()) {
            members.add(new DynamicArray<>(Uint256.class, List.of()));
        }
        members.add(new Uint128(part.amountIn().raw()));
        members.add(new Uint128(part.minOut().raw()));
        return new DynamicStruct(members);
    }

    private DynamicStruct step(Hop hop) {
        PoolKey key = key(hop);
        return new DynamicStruct(
                Abi.address(hop.out().address()),
                new Uint24(BigInteger.valueOf(key.feePips())),
                new Int24(BigInteger.valueOf(key.tickSpacing())),
                Abi.address(key.hooks()),
                new DynamicBytes(new byte[0]));
    }

    private PoolKey key(Hop hop) {
        PoolSpec pool = pools.get(hop.pool());
        if (pool == null) {
            throw new IllegalArgumentException("no specification of pool " + hop.pool());
        }
        PoolKey key = PoolKey.of(pool);
        if (key.currency0().equals(Address.ZERO)) {
            throw new IllegalArgumentException(
                    "pool " + hop.pool() + " trades the chain's coin itself, which no swap of ours wraps or unwraps");
        }
        return key;
    }

    private static void requireFits(BigInteger amount) {
        if (amount.bitLength() > AMOUNT_BITS) {
            throw new IllegalArgumentException("Uniswap V4 swaps less than 2^128, was " + amount);
        }
    }
}
