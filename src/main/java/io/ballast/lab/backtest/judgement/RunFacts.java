package io.ballast.lab.backtest.judgement;

import io.ballast.lab.backtest.RunRecord;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a run rests on, as its scenario and its engine know it.
 *
 * @param title of the scenario, such as {@code core4 2023}
 * @param data grade and what was found wrong with the history
 * @param fills how orders were filled
 * @param capital USD at the start, before the first trade
 * @param start weights at the start before the first trade, in the order of the run's assets, cash last, summing to 1
 * @param targets weights that the strategy aims at, likewise; empty if it has no fixed ones, and then baselines aim at equal weights
 *     of what is not cash
 * @param capitalisation of each asset but cash at the start, in USD and in the order of the run's assets; empty if nobody knows it
 * @param simulatorError from {@code verify-sim}; empty if nobody measured it
 * @param hashes that make up the identity of the result
 * @param seed of everything that is sampled
 */
public record RunFacts(
        String title,
        DataFacts data,
        FillFacts fills,
        double capital,
        List<Double> start,
        List<Double> targets,
        Optional<List<Double>> capitalisation,
        Optional<SimulatorError> simulatorError,
        Hashes hashes,
        long seed) {
    private static final double SLACK = 1e-6;

    public RunFacts {
        start = List.copyOf(start);
        targets = List.copyOf(targets);
        requireWhole(start);
        if (!targets.isEmpty()) {
            requireWhole(targets);
        }
        if (!(capital > 0 && Double.isFinite(capital))) {
            throw new IllegalArgumentException("a run starts with something, not with " + capital);
        }
    }

    /** Where nobody knows what the assets' markets are worth. */
    public RunFacts(
            String title,
            DataFacts data,
            FillFacts fills,
            double capital,
            List<Double> start,
            List<Double> targets,
            Optional<SimulatorError> simulatorError,
            Hashes hashes,
            long seed) {
        this(title, data, fills, capital, start, targets, Optional.empty(), simulatorError, hashes, seed);
    }

    private static void requireWhole(List<Double> weights) {
        double sum = weights.stream().mapToDouble(weight -> weight).sum();
        if (weights.stream().anyMatch(weight -> !(weight >= 0)) || Math.abs(sum - 1) > SLACK) {
            throw new IllegalArgumentException("weights with cash sum to 1, not " + weights);
        }
    }

    /** Whether nothing but cash is there at the start. */
    boolean startsInCash() {
        return start.getLast() > 1 - SLACK;
    }

    /** Refuses facts about other assets than the run's. */
    void requireFit(RunRecord run) {
        int assets = run.assets().size();
        if (start.size() != assets || (!targets.isEmpty() && targets.size() != assets)) {
            throw new IllegalArgumentException("weights of " + start.size() + " assets for a run of " + assets);
        }
    }

    /**
     * The history.
     *
     * @param grade and its reason in brief, such as {@code B (2 gaps)}
     * @param notes what a reader must know about it, whole sentences
     * @param made whether the prices are made up, so that nothing about any market follows
     * @param known whether the model was trained on bars that are later than the first of these
     */
    public record DataFacts(String grade, List<String> notes, boolean made, boolean known) {
        public DataFacts {
            notes = List.copyOf(notes);
        }

        /** That no model has seen. */
        public DataFacts(String grade, List<String> notes, boolean made) {
            this(grade, notes, made, false);
        }

        /** The same, of which the model knows more than it could have known then. */
        public DataFacts known(String why) {
            return new DataFacts(
                    grade, Stream.concat(notes.stream(), Stream.of(why)).toList(), made, true);
        }

        /** Whether it is fit for no backtest at all. */
        boolean unfit() {
            return grade.startsWith("F");
        }
    }

    /**
     * How orders were filled.
     *
     * @param model in a word, such as {@code bars+depth}
     * @param notes whole sentences: delay, gas, sandwich, what is declared and not recorded
     * @param rate share of each trade that baselines pay, to be as near to the run's own cost as one rate can; in [0, 0.25]
     */
    public record FillFacts(String model, List<String> notes, double rate) {
        public FillFacts {
            notes = List.copyOf(notes);
            if (!(rate >= 0 && rate <= 0.25)) {
                throw new IllegalArgumentException("cost must be a share up to one quarter, was " + rate);
            }
        }
    }

    /**
     * How far simulated swaps were off those on the chain.
     *
     * @param p99 of all swaps, bps of the amount out
     * @param worst of all swaps, bps
     * @param swaps that were compared
     */
    public record SimulatorError(double p99, double worst, long swaps) {}
}
