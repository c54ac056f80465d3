package io.ballast.agent;

import java.util.List;

/** What a person's command will do: every precondition is checked, and nothing is sent or journalled before it runs. */
public interface CommandTask {
    /** What will be done and what it will cost, for people. */
    List<String> preview();

    /** Whether there is nothing to do. */
    boolean idle();

    /** Does it, once. */
    CommandResult run();
}
