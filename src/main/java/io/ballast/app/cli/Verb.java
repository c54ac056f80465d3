package io.ballast.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** One verb: reads its options, calls the room that does the work, prints the result. */
abstract class Verb extends Helped implements Callable<Integer> {
    protected final Environment environment;

    @Mixin
    protected final Output output;

    protected Verb(Environment environment) {
        this.environment = environment;
        this.output = new Output(environment);
    }

    /** Does the work and returns an {@link ExitCode}. */
    @Override
    public abstract Integer call();
}
