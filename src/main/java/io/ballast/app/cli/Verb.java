package io.ballast.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** One verb: reads its options, calls the room that does the work, prints the result. */
abstract class Verb extends Helped implements Callable<Integer> {
    protected final Surroundings surroundings;

    @Mixin
    protected final Output output;

    protected Verb(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.output = new Output(surroundings);
    }

    /** Does the work and returns an {@link ExitCode}. */
    @Override
    public abstract Integer call();
}
