package io.ballast.lab.backtest.lookahead;

/** What is done with the bars after a cut. */
public enum Future {
    /** They are a seeded walk that nobody can have known. */
    OTHER("other bars after it"),
    /** The history was read anew as if it ended there. */
    NONE("no bars after it");

    private final String words;

    Future(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
