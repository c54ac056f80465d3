package io.ballast.agent;

import java.util.Objects;

/** A person's command cannot be carried out; nothing was sent. The message is one line that says what to do. */
public final class CommandException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CommandException(String message) {
        super(message);
    }

    /** Never null: the constructor takes one. */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
