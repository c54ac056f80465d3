package io.ballast.sense.dex.web3j;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.Keccak256;
import io.ballast.sense.chain.LogEntry;
import java.nio.charset.StandardCharsets;

/** The events that are read, with their shapes. */
public enum Event {
    TRANSFER("Transfer(address,address,uint256)", 3, 1),
    /** WETH9 and its copies: coins became tokens. */
    WRAP("Deposit(address,uint256)", 2, 1),
    /** The same the other way round. */
    UNWRAP("Withdrawal(address,uint256)", 2, 1),
    V2_SWAP("Swap(address,uint256,uint256,uint256,uint256,address)", 3, 4),
    V2_SYNC("Sync(uint112,uint112)", 1, 2),
    V3_SWAP("Swap(address,address,int256,int256,uint160,uint128,int24)", 3, 5),
    /** PancakeSwap's V3, which also tells the protocol's fees. */
    PANCAKE_V3_SWAP("Swap(address,address,int256,int256,uint160,uint128,int24,uint128,uint128)", 3, 7),
    V3_MINT("Mint(address,address,int24,int24,uint128,uint256,uint256)", 4, 4),
    V3_BURN("Burn(address,int24,int24,uint128,uint256,uint256)", 4, 3),
    V3_INITIALIZE("Initialize(uint160,int24)", 1, 2),
    V4_SWAP("Swap(bytes32,address,int128,int128,uint160,uint128,int24,uint24)", 3, 6),
    V4_MODIFY_LIQUIDITY("ModifyLiquidity(bytes32,address,int24,int24,int256,bytes32)", 3, 4),
    V4_INITIALIZE("Initialize(bytes32,address,address,uint24,int24,address,uint160,int24)", 4, 5),
    V4_PROTOCOL_FEE("ProtocolFeeUpdated(bytes32,uint24)", 2, 1);

    @SuppressWarnings("ImmutableEnumChecker") // a record of one text
    private final Hash32 topic;

    private final int topics;
    private final int words;

    Event(String signature, int topics, int words) {
        this.topic = Hash32.of(Keccak256.digest(signature.getBytes(StandardCharsets.US_ASCII)));
        this.topics = topics;
        this.words = words;
    }

    /** An address as a topic that is indexed. */
    public static Hash32 topic(Address account) {
        return new Hash32("0x" + "0".repeat(24) + account.hex().substring(2));
    }

    /** First topic of the event's logs. */
    public Hash32 topic() {
        return topic;
    }

    /** Whether the log has this event's topic, number of topics and size of data. */
    boolean matches(LogEntry log) {
        return log.topics().size() == topics
                && log.topics().get(0).equals(topic)
                && log.data().size() == 32 * words;
    }

    /** The log's data; only for a log that matches. */
    Words data(LogEntry log) {
        return new Words(this + " of " + log.address().hex() + " in block " + log.blockNumber(), log.data());
    }

    /** An indexed tick of a log that matches; {@code i} counts from 1. */
    static int tick(LogEntry log, int i) {
        return new Words("topic " + i, Bytes.of(log.topics().get(i).bytes()))
                .sint(0, 24)
                .intValueExact();
    }

    /** An indexed address of a log that matches; {@code i} counts from 1. */
    static Address address(LogEntry log, int i) {
        return new Words("topic " + i, Bytes.of(log.topics().get(i).bytes())).address(0);
    }
}
