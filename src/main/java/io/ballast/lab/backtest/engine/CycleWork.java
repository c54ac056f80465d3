package io.ballast.lab.backtest.engine;

import io.ballast.base.units.Bps;
import io.ballast.lab.backtest.RunRecord;
import io.ballast.lab.backtest.scenario.Scenario;
import io.ballast.lab.backtest.scenario.ScenarioLoader;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * Work with known answers for the full decision cycle, over columns of prices: to time it, and to hold it against others. A bar
 * counts as a day, since limits by the day allow one full move in each. Immutable; runs are independent of each other.
 */
public final class CycleWork {
    /** Most assets that can be weighed. */
    public static final int ASSETS = BenchScenarios.SYMBOLS.size();

    private static final Duration BAR = Duration.ofDays(1);
    private static final long FIRST = Instant.parse("2020-01-01T00:00:00Z").getEpochSecond();
    /** Of the start, in US dollars, in each of the assets. */
    private static final BigDecimal SHARE = new BigDecimal(200_000);

    private static final int DECIMALS = 18;
    private static final MathContext PRECISE = new MathContext(40);

    private final Scenario scenario;
    private final double[][] closes;

    /**
     * What a run came to.
     *
     * @param decisions one for each bar, those included that hold
     * @param growth final equity over the equity at the close of the first bar, which is after its trades
     * @param trades swaps
     */
    public record Done(int decisions, double growth, int trades) {}

    private CycleWork(Scenario scenario, double[][] closes) {
        this.scenario = scenario;
        this.closes = closes;
    }

    /**
     * All in one asset while its fast mean is at least its slow one, else all in cash, from cash; cost of the notional on either
     * side, paid in cash.
     *
     * @param folder empty; gets a project of its own
     * @param closes of the asset, positive; at least one
     */
    public static CycleWork smaCross(
            ScenarioLoader loader, Path folder, double[] closes, int fast, int slow, Bps cost) {
        double[][] columns = new double[ASSETS][closes.length];
        Arrays.stream(columns).forEach(column -> Arrays.fill(column, 1));
        columns[0] = closes;
        Scenario scenario = new BenchScenarios(folder, loader)
                .load("""
                universe:
                  WBTC: {target: 100%}
                  USDC: {target: 0%}
                timeframe: 1d
                rebalance: {steps: [100%], min_trade: 0 USD}
                scorer: {type: sma-cross, fast: FAST, slow: SLOW, moves: full}
                """.replace("FAST", String.valueOf(fast)).replace("SLOW", String.valueOf(slow)), """
                period: 2020-01-01..2021-01-01
                start: {USDC: 1000000}
                fills: {model: proportional, cost: COSTbps}
                """.replace(
                                "COST", String.valueOf(cost.value())));
        return new CycleWork(scenario, columns);
    }

    /**
     * Five assets at 20 %, rebalanced at every close, from equal shares; cost of {@code Σ│value − target│}, taken from the equity.
     *
     * @param folder as {@link #smaCross}
     * @param closes by asset and row, {@link #ASSETS} of them, positive; the last one is the cash
     */
    public static CycleWork equalWeights(ScenarioLoader loader, Path folder, double[][] closes, Bps cost) {
        if (closes.length != ASSETS) {
            throw new IllegalArgumentException("five columns are due, were " + closes.length);
        }
        StringBuilder universe = new StringBuilder();
        StringBuilder start = new StringBuilder();
        for (int asset = 0; asset < ASSETS; asset++) {
            String symbol = BenchScenarios.SYMBOLS.get(asset);
            universe.append("  ").append(symbol).append(": {target: 20%}\n");
            start.append(asset == 0 ? "" : ", ")
                    .append(symbol)
                    .append(": ")
                    .append(SHARE.divide(BigDecimal.valueOf(closes[asset][0]), PRECISE)
                            .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                            .toPlainString());
        }
        Scenario scenario = new BenchScenarios(folder, loader).load("universe:\n" + universe + """
                timeframe: 1d
                rebalance: {steps: [100%], min_trade: 0 USD}
                scorer: {type: band, moves: full}
                """, """
                period: 2020-01-01..2021-01-01
                start: {START}
                fills: {model: proportional, cost: COSTbps, charging: CHARGING}
                """.replace(
                        "START", start)
                .replace("COST", String.valueOf(cost.value()))
                .replace("CHARGING", cost.equals(Bps.ZERO) ? "self_financing" : "before_weighting"));
        return new CycleWork(scenario, closes);
    }

    /** Decides at every bar, in the calling thread, from the start: through cycle, gate and ledger. */
    public Done run() {
        RunRecord run = record();
        return new Done(
                run.rows(),
                run.equity()[run.rows() - 1] / run.equity()[0],
                run.trades().size());
    }

    /** The same with everything that a run leaves. */
    RunRecord record() {
        return new Backtest(scenario, BenchScenarios.table(scenario, FIRST, BAR, closes), Optional.empty()).run();
    }
}
