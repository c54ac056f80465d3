package io.ballast.act.execution;

import io.ballast.act.journal.Flow;
import java.util.List;

/**
 * Why books and chain differ.
 *
 * @param flows that explain it
 * @param outflows what left and nothing explains, as if it were written off
 */
public record FlowsFound(List<Flow> flows, List<Flow> outflows) {
    public FlowsFound {
        flows = List.copyOf(flows);
        outflows = List.copyOf(outflows);
    }
}
