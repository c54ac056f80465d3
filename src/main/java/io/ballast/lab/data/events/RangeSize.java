package io.ballast.lab.data.events;

/** How many blocks to ask for at once: fewer when answers are long, more when they are short. For one thread. */
final class RangeSize {
    private static final long MOST = 10_000;
    private static final int LONG = 5_000;
    private static final int SHORT = 1_000;

    private long blocks;

    RangeSize(long first) {
        blocks = first;
    }

    long blocks() {
        return blocks;
    }

    /** After an answer of so many events. */
    void learn(int events) {
        if (events > LONG) {
            blocks = Math.max(1, blocks / 2);
        } else if (events < SHORT) {
            blocks = Math.min(MOST, blocks * 2);
        }
    }
}
