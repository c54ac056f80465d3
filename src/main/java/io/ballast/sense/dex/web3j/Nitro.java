package io.ballast.sense.dex.web3j;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;

/** What an Arbitrum chain's own contracts tell, by their documented interfaces (docs.arbitrum.io, "Precompiles", "NodeInterface"). */
public final class Nitro {
    public static final Address ARB_SYS = new Address("0x" + "0".repeat(38) + "64");
    /** Exists only as the target of a call; no contract can call it. */
    public static final Address NODE_INTERFACE = new Address("0x" + "0".repeat(38) + "c8");

    private static final int GAS_FOR_L1 = 0;

    private Nitro() {}

    /** Height of the chain itself, where {@code block.number} is L1's. */
    public static Bytes blockNumber() {
        return Abi.call("arbBlockNumber");
    }

    /** Units of gas that a call of these bytes pays for its data. */
    public static Bytes gasEstimateL1Component(Address to, Bytes data) {
        return Abi.call("gasEstimateL1Component", Abi.address(to), Abi.bool(false), Abi.bytes(data));
    }

    /**
     * @throws io.ballast.sense.chain.ChainException of kind MALFORMED
     */
    public static long gasForL1(Bytes answer) {
        return new Words("gas estimate of the node", answer)
                .exactly(3)
                .uint(GAS_FOR_L1, 63)
                .longValueExact();
    }
}
