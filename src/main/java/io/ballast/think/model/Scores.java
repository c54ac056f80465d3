package io.ballast.think.model;

import java.util.List;

/**
 * Scores of all candidates of one decision, in their order; row 0 is HOLD.
 *
 * @param scorer name and version
 * @param digest of the parameters that scored; empty for rules without any
 */
public record Scores(String scorer, String digest, List<ActionScore> rows) {
    public Scores {
        rows = List.copyOf(rows);
    }

    /** Mean advantage of a row over HOLD, in basis points of invested value. */
    public double edge(int row) {
        return rows.get(row).edge();
    }
}
