package io.ballast.lab.bench.backtest;

/** Contestants of a benchmark disagree about the answer, so that their speeds say nothing. */
public final class UnequalResultsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnequalResultsException(String message) {
        super(message);
    }
}
