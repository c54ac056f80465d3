package io.ballast.act.journal;

import io.ballast.base.units.BlockRef;
import io.ballast.base.units.Usd;
import io.ballast.think.portfolio.UnitAccount;
import java.util.List;

/**
 * Movements that were not trades were found on the chain, or decided by a person, and entered into the books.
 *
 * @param block up to which everything is booked; at the confirmation depth
 * @param nav by the books before these flows; what units were issued and redeemed at
 * @param units outstanding afterwards
 */
public record FlowsBooked(BlockRef block, List<Flow> flows, Usd nav, UnitAccount units) implements JournalEvent {
    public FlowsBooked {
        flows = List.copyOf(flows);
    }
}
