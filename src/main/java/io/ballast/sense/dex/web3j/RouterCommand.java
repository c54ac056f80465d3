package io.ballast.sense.dex.web3j;

import io.ballast.base.units.Bytes;

/** One command of the Universal Router with its parameters, ABI-encoded. */
record RouterCommand(byte code, Bytes input) {
    static final byte V3_SWAP_EXACT_IN = 0x00;
    static final byte PERMIT2_TRANSFER_FROM = 0x02;
    static final byte V2_SWAP_EXACT_IN = 0x08;
    static final byte WRAP_ETH = 0x0b;
    static final byte UNWRAP_WETH = 0x0c;
    static final byte V4_SWAP = 0x10;
}
