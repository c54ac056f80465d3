package io.ballast.lab.backtest.engine;

import io.ballast.base.config.Symbol;
import io.ballast.base.units.Token;
import io.ballast.lab.backtest.scenario.Amount;
import io.ballast.lab.backtest.scenario.DataFile.SyntheticFile;
import io.ballast.lab.backtest.scenario.Scenario;
import java.time.Duration;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Correlated random walks without drift, seeded: for trying things out, and evidence of nothing. */
record MadeUpBars(Scenario scenario, SyntheticFile made) {
    private static final Duration YEAR = Duration.ofDays(365);
    /** A generator whose algorithm is the same on every Java. */
    private static final String GENERATOR = "L64X128MixRandom";

    BarTable table() {
        List<Token> tokens = scenario.agent().universe().tokens();
        Duration timeframe = scenario.agent().strategy().timeframe();
        long start = scenario.written().period().start().toEpochMilli();
        long end = scenario.written().period().end().toEpochMilli();
        int rows = Math.toIntExact((end - start) / timeframe.toMillis());
        long[] starts = new long[rows];
        Arrays.setAll(starts, row -> start + row * timeframe.toMillis());
        double[][] closes = new double[tokens.size()][rows];
        double[][] opens = new double[tokens.size()][rows];
        walk(tokens, timeframe, opens, closes);
        BitSet[] absent = new BitSet[tokens.size()];
        Arrays.setAll(absent, token -> new BitSet());
        return new BarTable(tokens, timeframe, starts, opens, closes, absent, 0);
    }

    private void walk(List<Token> tokens, Duration timeframe, double[][] opens, double[][] closes) {
        RandomGenerator random = RandomGeneratorFactory.of(GENERATOR)
                .create(scenario.written().seeds().simulation());
        double years = (double) timeframe.toMillis() / YEAR.toMillis();
        double step = made.volatility().fraction().doubleValue() * Math.sqrt(years);
        double common = made.correlation().fraction().doubleValue();
        double[] price = tokens.stream().mapToDouble(this::first).toArray();
        for (int row = 0; row < closes[0].length; row++) {
            double together = random.nextGaussian();
            for (int token = 0; token < price.length; token++) {
                double own = random.nextGaussian();
                opens[token][row] = price[token];
                if (!tokens.get(token).equals(scenario.agent().universe().cash())) {
                    double draw = StrictMath.sqrt(common) * together + StrictMath.sqrt(1 - common) * own;
                    price[token] *= StrictMath.exp(step * draw - step * step / 2);
                }
                closes[token][row] = price[token];
            }
        }
    }

    private double first(Token token) {
        return Optional.ofNullable(made.start().get(new Symbol(token.symbol())))
                .map(Amount::whole)
                .map(price -> price.doubleValue())
                .orElse(1.0);
    }
}
