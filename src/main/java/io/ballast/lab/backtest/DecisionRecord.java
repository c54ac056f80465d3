package io.ballast.lab.backtest;

import java.util.List;
import java.util.OptionalDouble;

/**
 * One decision with everything that was weighed.
 *
 * @param row of the run's columns at which it was made
 * @param number counted from 1
 * @param options HOLD first
 * @param chosen index into {@code options}
 * @param reason why this one, for people
 */
public record DecisionRecord(int row, int number, List<Option> options, int chosen, String reason) {
    public DecisionRecord {
        options = List.copyOf(options);
    }

    /**
     * One candidate.
     *
     * @param label as the terminal names it
     * @param score of its edge over holding, bps; empty if nobody scored it
     * @param low lower bound of the score, bps; empty if the scorer gives none
     * @param cost of doing it, USD
     * @param verdict why it was chosen or not
     */
    public record Option(String label, OptionalDouble score, OptionalDouble low, double cost, String verdict) {}
}
