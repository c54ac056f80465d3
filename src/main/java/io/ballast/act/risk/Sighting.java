package io.ballast.act.risk;

import java.util.List;

/**
 * What follows from a look at a new block.
 *
 * @param warnings losses that are near their limit, each once until they are away from it again
 */
public record Sighting(RiskState next, List<LimitCheck> warnings) {
    public Sighting {
        warnings = List.copyOf(warnings);
    }
}
