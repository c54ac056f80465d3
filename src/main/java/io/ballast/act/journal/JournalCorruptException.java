package io.ballast.act.journal;

import org.jspecify.annotations.Nullable;

/** An entry is not as it was written. A person must look; a journal never starts afresh by itself. */
public final class JournalCorruptException extends JournalException {
    private static final long serialVersionUID = 1L;
    private final long seq;

    /** @param seq the first bad sequence number */
    public JournalCorruptException(String file, long seq, String reason, @Nullable Throwable cause) {
        super(file + ": entry " + seq + ": " + reason, cause);
        this.seq = seq;
    }

    /** The first sequence number that is not as it was written. */
    public long seq() {
        return seq;
    }
}
