package io.ballast.lab.backtest;

import io.ballast.lab.backtest.DecisionRecord.Option;
import io.ballast.lab.backtest.kernel.Charging;
import io.ballast.lab.backtest.kernel.Cost;
import io.ballast.lab.backtest.kernel.Kernel;
import io.ballast.lab.backtest.kernel.KernelResult;
import io.ballast.lab.backtest.kernel.Moment;
import io.ballast.lab.backtest.kernel.Opening;
import io.ballast.lab.backtest.kernel.PriceTable;
import io.ballast.lab.backtest.kernel.WeightRule;
import io.ballast.lab.backtest.kernel.WeightStrategy;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** A run of the kernel as the record that reports read: weights, trades and decisions are noted while it runs. */
public final class KernelRun {
    private final List<String> assets;
    private final long[] times;
    private final double[][] prices;
    private final double capital;
    private final double rate;
    private final double[][] before;
    private final double[][] after;
    private final List<Integer> traded = new ArrayList<>();

    /** @param prices by asset and row; the last is cash, at 1 USD throughout */
    public KernelRun(List<String> assets, long[] times, double[][] prices, double capital, double rate) {
        this.assets = assets;
        this.times = times;
        this.prices = prices;
        this.capital = capital;
        this.rate = rate;
        this.before = new double[assets.size() - 1][times.length];
        this.after = new double[assets.size()][times.length];
    }

    public RunRecord of(String name, WeightStrategy strategy) {
        PriceTable table = PriceTable.ofPrices(Arrays.copyOf(prices, prices.length - 1));
        Kernel kernel = new Kernel(new Cost(rate, Charging.SELF_FINANCING), Opening.CASH);
        KernelResult result = kernel.run(table, new Noted(strategy));
        double[] equity =
                Arrays.stream(result.equity()).map(value -> value * capital).toArray();
        List<TradeRecord> trades = new ArrayList<>();
        List<DecisionRecord> decisions = new ArrayList<>();
        for (int row : traded) {
            int number = decisions.size() + 1;
            trades.addAll(trades(row, number, equity[row]));
            decisions.add(decision(row, number, trades));
        }
        return new RunRecord(name, assets, times, equity, after, prices, trades, decisions, Optional.empty());
    }

    private List<TradeRecord> trades(int row, int number, double equity) {
        List<TradeRecord> trades = new ArrayList<>();
        String cash = assets.getLast();
        for (int asset = 0; asset < before.length; asset++) {
            double moved = after[asset][row] - before[asset][row];
            double notional = Math.abs(moved) * equity;
            if (notional > 0.005) {
                String whole = amount(notional / prices[asset][row]);
                trades.add(new TradeRecord(
                        row,
                        number,
                        moved > 0 ? cash : assets.get(asset),
                        moved > 0 ? assets.get(asset) : cash,
                        moved > 0 ? amount(notional) : whole,
                        moved > 0 ? whole : amount(notional),
                        notional,
                        new CostSplit(rate * notional, 0, 0, 0, 0),
                        false));
            }
        }
        return trades;
    }

    private static String amount(double value) {
        return BigDecimal.valueOf(value).setScale(6, RoundingMode.DOWN).toPlainString();
    }

    private static DecisionRecord decision(int row, int number, List<TradeRecord> trades) {
        double cost = trades.stream()
                .filter(trade -> trade.decision() == number)
                .mapToDouble(trade -> trade.cost().total())
                .sum();
        OptionalDouble none = OptionalDouble.empty();
        return new DecisionRecord(
                row,
                number,
                List.of(
                        new Option("HOLD", OptionalDouble.of(0), none, 0, "lower score"),
                        new Option("to the edge of the band", OptionalDouble.of(0.42), none, cost, "chosen"),
                        new Option(
                                "all the way <to target> & back",
                                OptionalDouble.of(-0.31),
                                OptionalDouble.of(-0.9),
                                3 * cost,
                                "costs more than it gains")),
                1,
                "a weight left its band of \"5 %\"");
    }

    /** Writes down what is held before and after each decision. */
    private final class Noted implements WeightStrategy {
        private final WeightStrategy strategy;

        Noted(WeightStrategy strategy) {
            this.strategy = strategy;
        }

        @Override
        public String name() {
            return strategy.name();
        }

        @Override
        public WeightRule start(PriceTable table) {
            WeightRule rule = strategy.start(table);
            return (now, target) -> {
                boolean trades = rule.decide(now, target);
                note(now, target, trades);
                return trades;
            };
        }

        private void note(Moment now, double[] target, boolean trades) {
            int row = now.row();
            double cash = 1;
            for (int asset = 0; asset < before.length; asset++) {
                before[asset][row] = now.held(asset);
                after[asset][row] = trades ? target[asset] : now.held(asset);
                cash -= after[asset][row];
            }
            after[before.length][row] = Math.max(0, cash);
            if (trades) {
                traded.add(row);
            }
        }

        @Override
        public String toString() {
            return strategy.toString();
        }
    }
}
