package io.ballast.lab.backtest.columns;

import io.ballast.agent.Version;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.lab.backtest.baseline.SmaCross;
import io.ballast.lab.backtest.engine.BacktestRun;
import io.ballast.lab.backtest.engine.BarTable;
import io.ballast.lab.backtest.judgement.Hashes;
import io.ballast.lab.backtest.judgement.Policy;
import io.ballast.lab.backtest.judgement.RunFacts.DataFacts;
import io.ballast.lab.backtest.judgement.Sampling;
import io.ballast.lab.backtest.judgement.Trading;
import io.ballast.lab.backtest.kernel.Charging;
import io.ballast.lab.backtest.kernel.Cost;
import io.ballast.lab.backtest.kernel.Kernel;
import io.ballast.lab.backtest.kernel.KernelResult;
import io.ballast.lab.backtest.kernel.Opening;
import io.ballast.lab.backtest.kernel.PriceTable;
import io.ballast.lab.backtest.kernel.WeightStrategy;
import io.ballast.lab.backtest.scenario.Fills;
import io.ballast.lab.backtest.scenario.Scenario;
import io.ballast.lab.data.HistoryStore;
import io.ballast.think.strategy.Allocation;
import io.ballast.think.strategy.Strategy;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A scenario of a rule at proportional cost by the kernel: the same rule, prices and cost as the full cycle, without its limits, its
 * ledger and its decisions one by one.
 *
 * @param store of prices; not touched where they are made up or come from CSV files
 * @param clock of the present, after which no bar can have begun
 */
public record KernelBacktest(Scenario scenario, HistoryStore store, InstantSource clock) {

    /**
     * Runs it.
     *
     * @throws UnfitForKernelException if the scenario asks for more than the kernel can do
     * @throws io.ballast.lab.data.DataRefusedException if prices cannot be accepted
     */
    public KernelOutcome run() {
        new KernelFitness(scenario).require();
        List<Allocation> held = held();
        KernelPrices prices = prices(held.stream().map(Allocation::token).toList());
        PriceTable table = PriceTable.ofPrices(prices.inCash());
        List<Double> own = held.stream()
                .map(each -> each.target().fraction().doubleValue())
                .toList();
        KernelResult result = kernel().run(table, rule(own, prices.first()));
        Hashes hashes = new Hashes(
                scenario.hash().hex().substring(2), prices.hash() + " by the kernel", Version.text(), Optional.empty());
        long[] times = Arrays.copyOfRange(prices.times(), prices.first(), prices.times().length);
        Sampling sampling = Sampling.of(times);
        double capital = capital();
        return new KernelOutcome(
                scenario.name(),
                scenario.agent().strategy().name(),
                scenario.fills().label(),
                prices.facts(),
                times,
                sampling,
                Policy.of(
                        scenario.agent().strategy().name(),
                        false,
                        curve(result, prices, capital),
                        times,
                        sampling,
                        Trading.of(result, capital, times)),
                hold(own, prices),
                result.hash(),
                hashes);
    }

    private static double[] curve(KernelResult result, KernelPrices prices, double capital) {
        double start = prices.cash()[prices.first()];
        double[] curve = new double[prices.times().length - prices.first()];
        Arrays.setAll(
                curve,
                row -> capital * result.equity()[prices.first() + row] * (prices.cash()[prices.first() + row] / start));
        curve[0] = capital;
        return curve;
    }

    /** Last over first, less one, of who buys the targets once and pays for it. */
    private double hold(List<Double> own, KernelPrices prices) {
        Fills.Proportional flat = (Fills.Proportional) scenario.fills();
        double rate = flat.cost().fraction().doubleValue();
        int last = prices.times().length - 1;
        double bought = own.stream().mapToDouble(weight -> weight).sum();
        double left = flat.charging() == Charging.SELF_FINANCING ? 1 / (1 + rate * bought) : 1 - rate * bought;
        double grown = (1 - bought) * prices.cash()[last] / prices.cash()[prices.first()];
        for (int i = 0; i < own.size(); i++) {
            grown += own.get(i) * prices.closes()[i][last] / prices.closes()[i][prices.first()];
        }
        return left * grown - 1;
    }

    /** USD at the start, cash being one; a price of its own only scales all of the curve. */
    private double capital() {
        Token cash = scenario.agent().universe().cash();
        return scenario.start().stream()
                .filter(amount -> amount.token().equals(cash))
                .map(TokenAmount::whole)
                .mapToDouble(whole -> whole.doubleValue())
                .sum();
    }

    /** What is not cash and has a weight. */
    private List<Allocation> held() {
        Strategy strategy = scenario.agent().strategy();
        return strategy.allocations().stream()
                .filter(each -> each.target().value() > 0 && !each.token().equals(strategy.cash()))
                .toList();
    }

    private Kernel kernel() {
        Fills.Proportional flat = (Fills.Proportional) scenario.fills();
        return new Kernel(new Cost(flat.cost().fraction().doubleValue(), flat.charging()), Opening.CASH);
    }

    private WeightStrategy rule(List<Double> own, int first) {
        return scenario.agent()
                .strategy()
                .scorer()
                .means()
                .<WeightStrategy>map(means -> new SmaCross(0, means.fast(), means.slow(), first, true))
                .orElseGet(() -> new SteadyMix(own, first));
    }

    private KernelPrices prices(List<Token> assets) {
        return scenario.csv().isEmpty()
                ? of(new BacktestRun(scenario, store, Optional.empty()).bars(), assets)
                : new CsvPrices(scenario, clock).load(assets);
    }

    private KernelPrices of(BarTable table, List<Token> assets) {
        long[] times = new long[table.rows()];
        Arrays.setAll(times, row -> table.close(row).getEpochSecond());
        double[][] closes = assets.stream()
                .map(token -> table.closes()[table.tokens().indexOf(token)])
                .toArray(double[][]::new);
        double[] cash = table.closes()[
                table.tokens().indexOf(scenario.agent().universe().cash())];
        boolean made = scenario.written().data().prices().synthetic().isPresent();
        DataFacts facts = new DataFacts(
                made ? "synthetic" : "not graded",
                List.of(
                        made
                                ? "Prices are a seeded random walk: not evidence."
                                : "'ballast data verify' grades the store."),
                made);
        return KernelPrices.of(times, closes, cash, table.first(), facts);
    }
}
