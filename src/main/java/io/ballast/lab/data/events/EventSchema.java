package io.ballast.lab.data.events;

import io.ballast.lab.data.Column;
import io.ballast.lab.data.Schema;
import java.util.List;

/** The columns of what is recorded from a chain. */
final class EventSchema {
    /** As the node gave them: whatever reads events live reads them here. */
    static final Schema LOGS = new Schema(List.of(
            new Column("block", Column.Type.LONG),
            new Column("log_index", Column.Type.LONG),
            new Column("address", Column.Type.BYTES),
            new Column("topics", Column.Type.BYTES),
            new Column("data", Column.Type.BYTES),
            new Column("block_hash", Column.Type.BYTES),
            new Column("tx_hash", Column.Type.BYTES)));

    /** Headers of the blocks with events, and of the last one of the piece. Times are in seconds, fees in wei. */
    static final Schema BLOCKS = new Schema(List.of(
            new Column("block", Column.Type.LONG),
            new Column("seconds", Column.Type.LONG),
            new Column("hash", Column.Type.BYTES),
            new Column("parent", Column.Type.BYTES),
            new Column("base_fee", Column.Type.WORD),
            new Column("gas_used", Column.Type.LONG),
            new Column("gas_limit", Column.Type.LONG)));

    /** States of pools: reserves, or price and liquidity with all ticks. */
    static final Schema STATES = new Schema(List.of(
            new Column("block", Column.Type.LONG),
            new Column("pool", Column.Type.BYTES),
            new Column("reserve0_or_price", Column.Type.WORD),
            new Column("reserve1_or_liquidity", Column.Type.WORD),
            new Column("tick", Column.Type.LONG),
            new Column("fee_zero_for_one", Column.Type.LONG),
            new Column("fee_one_for_zero", Column.Type.LONG),
            new Column("ticks", Column.Type.BYTES)));

    /** Whose states there are, without the states. */
    static final Schema STATES_OF = new Schema(STATES.columns().subList(0, 2));

    private EventSchema() {}
}
