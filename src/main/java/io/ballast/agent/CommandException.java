package io.ballast.agent;

import java.util.Objects;

/** A person's command, or a start, cannot be carried out; nothing was sent. The message is one line that says what to do. */
public final class CommandException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final boolean refused;

    public CommandException(String message) {
        this(message, false);
    }

    /** @param refused because the agent is stopped or a person has to agree, and not because something is wrong */
    CommandException(String message, boolean refused) {
        super(message);
        this.refused = refused;
    }

    /** Whether a stop, or a missing agreement, is the reason. */
    public boolean refused() {
        return refused;
    }

    /** Never null: every constructor takes one. */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
