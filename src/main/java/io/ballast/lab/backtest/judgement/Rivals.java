package io.ballast.lab.backtest.judgement;

import io.ballast.lab.backtest.RunRecord;
import io.ballast.lab.backtest.baseline.BaselineSet;
import io.ballast.lab.backtest.baseline.Mix;
import io.ballast.lab.backtest.baseline.Periodic;
import io.ballast.lab.backtest.kernel.Charging;
import io.ballast.lab.backtest.kernel.Cost;
import io.ballast.lab.backtest.kernel.Kernel;
import io.ballast.lab.backtest.kernel.KernelResult;
import io.ballast.lab.backtest.kernel.Opening;
import io.ballast.lab.backtest.kernel.PriceTable;
import io.ballast.lab.backtest.kernel.Spaced;
import io.ballast.lab.backtest.kernel.WeightStrategy;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Baselines over a run's own prices, period and capital, by the kernel. Prices are taken in cash, which baselines keep what is not
 * invested in, and turned back into USD by the price of cash. They pay one rate on what they trade; depth, gas, delay and failed
 * transactions they do not know, which is in their favour.
 */
final class Rivals {
    private static final long DAY = 86_400;

    private final RunRecord run;
    private final RunFacts facts;
    private final Sampling sampling;
    private final PriceTable prices;
    private final int day;

    Rivals(RunRecord run, RunFacts facts, Sampling sampling) {
        this.run = run;
        this.facts = facts;
        this.sampling = sampling;
        this.prices = PriceTable.ofPrices(inCash(run.prices()));
        long whole = run.times()[run.rows() - 1] - run.times()[0];
        this.day = (int) Math.max(1, Math.round((run.rows() - 1) / Math.max(1.0, (double) whole / DAY)));
    }

    private static double[][] inCash(double[][] prices) {
        double[] cash = prices[prices.length - 1];
        double[][] columns = new double[prices.length - 1][cash.length];
        for (int asset = 0; asset < columns.length; asset++) {
            for (int row = 0; row < cash.length; row++) {
                columns[asset][row] = prices[asset][row] / cash[row];
            }
        }
        return columns;
    }

    /** Those that matter, then all others; clairvoyant ones last. */
    List<Policy> all() {
        return set().all().stream()
                .map(this::withCash)
                .map(strategy -> play(strategy, 1))
                .toList();
    }

    /**
     * The band, to hold, and equal weights.
     *
     * @param factor of the cost
     */
    List<Policy> principal(double factor) {
        return set().principal().stream()
                .map(this::withCash)
                .map(strategy -> play(strategy, factor))
                .toList();
    }

    private BaselineSet set() {
        Mix own = risky(facts.targets());
        // Who begins with cash alone and never trades makes nothing: to hold means to buy the targets once.
        Mix start = facts.startsInCash() ? own : risky(facts.start());
        Optional<Mix> capitalisation = facts.capitalisation()
                .map(all ->
                        Mix.proportional(all.stream().mapToDouble(each -> each).toArray()));
        return new BaselineSet(start, own, capitalisation, facts.fills().rate(), day, facts.seed());
    }

    private Mix risky(List<Double> weights) {
        return weights.isEmpty() ? Mix.equal(prices.assets()) : new Mix(weights.subList(0, prices.assets()));
    }

    /** Equal weights of all that the strategy may hold, cash among it; the rules of the literature choose among what is not cash. */
    private WeightStrategy withCash(WeightStrategy strategy) {
        if (!strategy.name().equals("equal-weight")) {
            return strategy;
        }
        double[] equal = new double[prices.assets()];
        Arrays.fill(equal, 1.0 / run.assets().size());
        return new Spaced(new Periodic(strategy.name(), Mix.of(equal), 1), day);
    }

    private Policy play(WeightStrategy strategy, double factor) {
        Opening opening = facts.startsInCash() ? Opening.CASH : Opening.INVESTED;
        Cost cost = new Cost(facts.fills().rate() * factor, Charging.SELF_FINANCING);
        KernelResult result = new Kernel(cost, opening).run(prices, strategy);
        return Policy.of(
                strategy.name(),
                strategy.clairvoyant(),
                usd(result.equity()),
                run.times(),
                sampling,
                Trading.of(result, facts.capital(), run.times()));
    }

    private double[] usd(double[] equity) {
        double[] cash = run.prices()[prices.assets()];
        double[] curve = new double[equity.length];
        Arrays.setAll(curve, row -> facts.capital() * equity[row] * (cash[row] / cash[0]));
        curve[0] = facts.capital();
        return curve;
    }
}
