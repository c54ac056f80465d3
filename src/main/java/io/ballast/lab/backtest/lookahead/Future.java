package io.ballast.lab.backtest.lookahead;

/** What is done with the history after a cut. */
public enum Future {
    /** It is a seeded walk that nobody can have known. */
    OTHER("another future"),
    /** It ends there: bars are read anew, and recorded pools are left alone. */
    NONE("no future");

    private final String words;

    Future(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
