package io.ballast.lab.backtest.outcome;

import io.ballast.lab.backtest.judgement.RunFacts.DataFacts;
import io.ballast.lab.backtest.replay.ReplayTally;
import io.ballast.lab.backtest.replay.SeenEvents;
import io.ballast.lab.backtest.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;

/** What recorded events were worth. */
final class RecordedData {
    /** Chain id of a devnet, whose market is made up. */
    private static final long DEVNET = 31_337;

    private RecordedData() {}

    /** Of {@code A} when everything could be computed again after orders of ours, else {@code B}. */
    static SeenData of(Scenario scenario, SeenEvents seen) {
        boolean made = scenario.agent().universe().chainId() == DEVNET;
        return new SeenData(
                new DataFacts(made ? "synthetic" : grade(seen.tally()), notes(scenario, seen, made), made),
                seen.hash());
    }

    private static String grade(ReplayTally tally) {
        long missed = tally.missedCount();
        if (missed > 0) {
            return "B (" + missed + " recorded " + (missed == 1 ? "order" : "orders") + " lost)";
        }
        return tally.uncertain().isEmpty() ? "A" : "B (ticks not certain)";
    }

    private static List<String> notes(Scenario scenario, SeenEvents seen, boolean made) {
        List<String> notes = new ArrayList<>();
        if (made) {
            notes.add("The recorded chain is a devnet, its market made up: not evidence.");
        }
        notes.add("Blocks " + seen.from().ref().number() + " to "
                + seen.to().ref().number() + ": " + seen.tally().words() + ".");
        if (seen.own() > 0) {
            notes.add(seen.own() + " transactions of the recorded agent are taken out.");
        }
        notes.add("Prices are those of the deepest pools, and "
                + scenario.agent().universe().cash() + " is taken as 1 USD throughout.");
        return notes;
    }
}
