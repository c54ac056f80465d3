package io.ballast.act.journal;

/** Another agent writes this journal. */
public final class JournalLockedException extends JournalException {
    private static final long serialVersionUID = 1L;

    public JournalLockedException(String message) {
        super(message, null);
    }
}
