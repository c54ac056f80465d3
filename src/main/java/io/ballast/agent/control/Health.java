package io.ballast.agent.control;

/** Whether the agent does what it is there for. Only the first counts as well. */
public enum Health {
    OK,
    /** No cycle has ended yet. */
    STARTING,
    /** Stopped by the kill switch or a limit. */
    HALTED,
    /** The chain gives no usable answer, or its heads do not come as they should. */
    BLIND,
    /** Cycles have stopped ending. */
    STUCK,
    /** The agent ended. */
    ENDED;

    /** For programs. */
    String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
