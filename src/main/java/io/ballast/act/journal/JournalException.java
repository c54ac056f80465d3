package io.ballast.act.journal;

import org.jspecify.annotations.Nullable;

/** The journal cannot be used; nothing may be signed. */
public abstract sealed class JournalException extends RuntimeException
        permits JournalCorruptException, JournalLockedException, JournalUnavailableException {
    private static final long serialVersionUID = 1L;

    JournalException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
