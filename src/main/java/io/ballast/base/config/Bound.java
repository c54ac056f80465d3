package io.ballast.base.config;

import java.util.List;

/**
 * A file bound to its record.
 *
 * @param unheeded keys it gives that this version does not act on
 */
public record Bound<T extends Record>(T value, Given given, List<Unheeded> unheeded) {
    public Bound {
        unheeded = List.copyOf(unheeded);
    }

    /** A key that is accepted and has no effect in this version. */
    public record Unheeded(Position at, String path, Key.Effect effect) {}

    /** Says that something given at a path, or left out there, is wrong for a reason outside the file. */
    public void problem(Problems problems, String path, String message) {
        problems.error(given.position(path), path, message);
    }

    /** Whether nothing was found wrong in the file at or below a path. */
    public boolean clean(Problems problems, String path) {
        return !problems.hasErrorUnder(given.file(), path);
    }

    /** Says which keys are not acted on: safety keys as errors where something real is at stake, all others as warnings. */
    public void reportUnheeded(Problems problems, boolean atStake) {
        for (Unheeded key : unheeded) {
            if (atStake && key.effect() == Key.Effect.SAFETY_NOT_YET) {
                problems.error(
                        key.at(),
                        key.path(),
                        "this version does not act on it, so it cannot protect real money; leave it out");
            } else {
                problems.warning(key.at(), key.path(), "accepted, not acted on by this version");
            }
        }
    }
}
