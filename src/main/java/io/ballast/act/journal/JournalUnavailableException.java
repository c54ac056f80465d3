package io.ballast.act.journal;

import org.jspecify.annotations.Nullable;

/** The journal's storage failed: full, read-only, missing, unreadable. */
public final class JournalUnavailableException extends JournalException {
    private static final long serialVersionUID = 1L;

    public JournalUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
