package io.ballast.lab.data.events;

import io.ballast.lab.data.Column;
import io.ballast.lab.data.Column.Type;
import io.ballast.lab.data.Schema;
import java.util.List;

/** The columns of what is recorded from a chain. */
final class EventSchema {
    /** As the node gave them: whatever reads events live reads them here. */
    static final Schema LOGS = new Schema(List.of(
            new Column("block", Type.LONG),
            new Column("log_index", Type.LONG),
            new Column("address", Type.BYTES),
            new Column("topics", Type.BYTES),
            new Column("data", Type.BYTES),
            new Column("block_hash", Type.BYTES),
            new Column("tx_hash", Type.BYTES)));

    /** Headers of the blocks with events, and of the last one of the piece. Times are in seconds, fees in wei. */
    static final Schema BLOCKS = new Schema(List.of(
            new Column("block", Type.LONG),
            new Column("seconds", Type.LONG),
            new Column("hash", Type.BYTES),
            new Column("parent", Type.BYTES),
            new Column("base_fee", Type.WORD),
            new Column("gas_used", Type.LONG),
            new Column("gas_limit", Type.LONG)));

    /** States of pools: reserves, or price and liquidity with all ticks. */
    static final Schema STATES = new Schema(List.of(
            new Column("block", Type.LONG),
            new Column("pool", Type.BYTES),
            new Column("reserve0_or_price", Type.WORD),
            new Column("reserve1_or_liquidity", Type.WORD),
            new Column("tick", Type.LONG),
            new Column("fee_zero_for_one", Type.LONG),
            new Column("fee_one_for_zero", Type.LONG),
            new Column("ticks", Type.BYTES)));

    private EventSchema() {}
}
