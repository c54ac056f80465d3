package io.ballast.act.journal;

import org.jspecify.annotations.Nullable;

/** The journal is not as it was written. A person must look; a journal never starts afresh by itself. */
public final class JournalCorruptException extends JournalException {
    private static final long serialVersionUID = 1L;
    private final long seq;
    private final String reason;

    /** @param seq the first sequence number that is not as it was written */
    public JournalCorruptException(String file, long seq, String reason, @Nullable Throwable cause) {
        super(file + ": entry " + seq + ": " + oneLine(reason), cause);
        this.seq = seq;
        this.reason = oneLine(reason);
    }

    public JournalCorruptException(String file, long seq, String reason) {
        this(file, seq, reason, null);
    }

    public long seq() {
        return seq;
    }

    /** What is wrong, without file and number. */
    public String reason() {
        return reason;
    }

    // SQLite's reports have several lines, and damaged text may hold anything.
    private static String oneLine(String reason) {
        return reason.replaceAll("\\p{Cntrl}+", " ");
    }
}
