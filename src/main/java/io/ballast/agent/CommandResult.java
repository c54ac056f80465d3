package io.ballast.agent;

import io.ballast.act.execution.IntentOutcome;
import java.util.List;

/**
 * What a person's command did.
 *
 * @param ends of its transactions, in order
 * @param complete whether everything was done that the preview announced
 * @param lines for people
 */
public record CommandResult(List<IntentOutcome> ends, boolean complete, List<String> lines) {
    public CommandResult {
        ends = List.copyOf(ends);
        lines = List.copyOf(lines);
    }

    /** Whether a limit said no. */
    public boolean refused() {
        return ends.stream().anyMatch(end -> end instanceof IntentOutcome.Refused);
    }
}
