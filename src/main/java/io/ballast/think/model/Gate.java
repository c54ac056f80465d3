package io.ballast.think.model;

import java.util.List;

/**
 * Whether a model may rank, or only veto.
 *
 * @param passed every condition held
 * @param verdict in one line, for people
 * @param failures conditions that did not hold, each with its figures
 */
public record Gate(boolean passed, String verdict, List<String> failures) {

    public Gate {
        failures = List.copyOf(failures);
    }
}
