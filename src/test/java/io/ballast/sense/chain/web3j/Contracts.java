package io.ballast.sense.chain.web3j;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;

/** Small programs in bytecode, written here by hand, put on anvil with {@code anvil_setCode}. */
final class Contracts {
    static final Address RETURNS_BLOCK = new Address("0x" + "0".repeat(37) + "b10");
    static final Address REVERTS = new Address("0x" + "0".repeat(37) + "bad");
    static final Address LOGS = new Address("0x" + "0".repeat(37) + "109");
    static final Address INVALID = new Address("0x" + "0".repeat(37) + "1fe");

    /** NUMBER PUSH0 MSTORE PUSH1 32 PUSH0 RETURN: the block's number as a word. */
    static final Bytes RETURNS_BLOCK_CODE = Bytes.parse("0x435f5260205ff3");

    /** PUSH2 0xdead PUSH0 MSTORE PUSH1 2 PUSH1 30 REVERT: reverts with two bytes. */
    static final Bytes REVERTS_CODE = Bytes.parse("0x61dead5f526002601efd");

    /** PUSH1 0x2a PUSH0 MSTORE PUSH1 7 PUSH1 32 PUSH0 LOG1 STOP: logs the word 42 under the topic 7. */
    static final Bytes LOGS_CODE = Bytes.parse("0x602a5f52600760205fa100");

    static final Bytes INVALID_CODE = Bytes.parse("0xfe");

    private Contracts() {}
}
