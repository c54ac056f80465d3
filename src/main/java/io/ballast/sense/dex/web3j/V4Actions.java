package io.ballast.sense.dex.web3j;

import io.ballast.base.units.Bytes;
import io.ballast.sense.dex.Hop;
import io.ballast.sense.dex.PoolKey;
import io.ballast.sense.dex.PoolSpec;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.web3j.abi.datatypes.DynamicArray;
import org.web3j.abi.datatypes.DynamicBytes;
import org.web3j.abi.datatypes.DynamicStruct;
import org.web3j.abi.datatypes.Type;
import org.web3j.abi.datatypes.generated.Int24;
import org.web3j.abi.datatypes.generated.Uint128;
import org.web3j.abi.datatypes.generated.Uint24;
import org.web3j.abi.datatypes.generated.Uint256;

/** The actions of a V4 swap inside the Universal Router: swap along the pools, pay what it costs, take all it gives. */
final class V4Actions {
    private static final byte SWAP_EXACT_IN_SINGLE = 0x06;
    private static final byte SWAP_EXACT_IN = 0x07;
    private static final byte SETTLE = 0x0b;
    private static final byte TAKE = 0x0e;

    /** In place of an amount: all that the swap gave, or all that was paid. */
    private static final BigInteger ALL = BigInteger.ZERO;

    private final UniversalRouterVersion version;
    private final Function<Hop, PoolSpec> pools;

    V4Actions(UniversalRouterVersion version, Function<Hop, PoolSpec> pools) {
        this.version = version;
        this.pools = pools;
    }

    /**
     * Paying exactly the amount in, and not whatever is owed, makes a swap that stopped half way revert. Where all that the
     * router holds goes in, it is paid first.
     *
     * @return {@code abi.encode(bytes actions, bytes[] parameters)}
     */
    Bytes swap(V4Leg leg) {
        byte swap = leg.isSingle() ? SWAP_EXACT_IN_SINGLE : SWAP_EXACT_IN;
        DynamicBytes trade = Abi.bytes(Abi.encode(leg.isSingle() ? single(leg) : path(leg)));
        DynamicBytes settle = Abi.bytes(Abi.encode(
                Abi.address(leg.in()),
                Abi.uint(leg.takesAll() ? V4Leg.ALL_HELD : leg.amountIn()),
                Abi.bool(leg.paidByUser())));
        DynamicBytes take = Abi.bytes(Abi.encode(Abi.address(leg.out()), Abi.address(leg.recipient()), Abi.uint(ALL)));
        return leg.takesAll()
                ? actions(new byte[] {SETTLE, swap, TAKE}, List.of(settle, trade, take))
                : actions(new byte[] {swap, SETTLE, TAKE}, List.of(trade, settle, take));
    }

    private static Bytes actions(byte[] actions, List<DynamicBytes> parameters) {
        return Abi.encode(new DynamicBytes(actions), new DynamicArray<>(DynamicBytes.class, parameters));
    }

    private DynamicStruct single(V4Leg leg) {
        Hop hop = leg.hops().getFirst();
        PoolSpec pool = pools.apply(hop);
        return new DynamicStruct(
                V4Quoter.struct(PoolKey.of(pool)),
                Abi.bool(hop.in().equals(pool.token0())),
                new Uint128(leg.amountIn()),
                new Uint128(leg.minOut()),
                new DynamicBytes(new byte[0]));
    }

    @SuppressWarnings("rawtypes") // web3j's structs take raw types
    private DynamicStruct path(V4Leg leg) {
        List<DynamicStruct> path = leg.hops().stream().map(this::step).toList();
        List<Type> members =
                new ArrayList<>(List.of(Abi.address(leg.in()), new DynamicArray<>(DynamicStruct.class, path)));
        if (version.limitsHops()) {
            members.add(new DynamicArray<>(Uint256.class, List.of()));
        }
        members.add(new Uint128(leg.amountIn()));
        members.add(new Uint128(leg.minOut()));
        return new DynamicStruct(members);
    }

    private DynamicStruct step(Hop hop) {
        PoolSpec pool = pools.apply(hop);
        return new DynamicStruct(
                Abi.address(pool.currency(hop.out())),
                new Uint24(BigInteger.valueOf(pool.feePips())),
                new Int24(BigInteger.valueOf(pool.tickSpacing())),
                Abi.address(pool.hooks()),
                new DynamicBytes(new byte[0]));
    }
}
