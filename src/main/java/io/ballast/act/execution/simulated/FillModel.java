package io.ballast.act.execution.simulated;

import io.ballast.act.execution.SwapOrder;
import io.ballast.sense.market.Observation;

/** How an order is filled where no chain fills it. Used by one thread. */
public interface FillModel {
    /** At the pinned block, exactly as it was quoted, for the expected gas; the pools do not feel it. */
    FillModel AS_QUOTED = (order, seen) -> Fill.asQuoted(order, seen.market());

    /**
     * Fills an order that the limits let pass.
     *
     * @param seen what the order was quoted on
     */
    Fill fill(SwapOrder order, Observation seen);
}
