package io.ballast.sense.market;

import io.ballast.base.units.Address;
import io.ballast.sense.dex.web3j.PoolEvents;
import io.ballast.sense.dex.web3j.PoolLens;
import io.ballast.sense.dex.web3j.StateReads;
import io.ballast.sense.dex.web3j.V4Events;
import io.ballast.sense.dex.web3j.V4Lens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Contracts of a network through which the pools of a universe are read and followed.
 *
 * @param poolManager Uniswap V4's, which holds all its pools
 * @param tickLens Uniswap's TickLens, for nodes that lend no code
 */
public record ReadContracts(Optional<Address> poolManager, Optional<Address> tickLens) {
    public static final ReadContracts NONE = new ReadContracts(Optional.empty(), Optional.empty());

    /** Kinds of pool that can be traded: V2's and V3's, and V4's where there is a manager. */
    List<StateReads> kinds() {
        List<StateReads> kinds = new ArrayList<>(List.of(new PoolLens()));
        poolManager.map(V4Lens::new).ifPresent(kinds::add);
        return kinds;
    }

    /** Events by which pools are followed. */
    public PoolEvents events() {
        return new PoolEvents(poolManager.map(V4Events::new));
    }
}
