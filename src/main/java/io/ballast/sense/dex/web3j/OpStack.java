package io.ballast.sense.dex.web3j;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import java.math.BigInteger;

/**
 * The OP stack's GasPriceOracle, a predeploy that tells what publishing a transaction on L1 costs, in coins, on top of gas
 * (specs.optimism.io, "Predeploys" and "Fjord").
 */
public final class OpStack {
    public static final Address GAS_PRICE_ORACLE = Address.parse("0x420000000000000000000000000000000000000F");

    private OpStack() {}

    /** Upper bound by size alone; since Fjord. */
    public static Bytes feeUpperBound(int unsignedBytes) {
        return Abi.call("getL1FeeUpperBound", Abi.uint(BigInteger.valueOf(unsignedBytes)));
    }

    /** By content; on every version. Before Ecotone by the count of zeros, since Fjord by how well it compresses. */
    public static Bytes fee(Bytes unsignedTransaction) {
        return Abi.call("getL1Fee", Abi.bytes(unsignedTransaction));
    }
}
