package io.ballast.lab.training;

import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Usd;
import io.ballast.base.units.Wei;
import io.ballast.sense.market.MarketState;
import io.ballast.think.portfolio.Holdings;
import io.ballast.think.portfolio.Weights;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Portfolios to start decisions from: mixtures of the target and uniformly random weights, most of them near the target, as an agent
 * that follows it would have. Not thread-safe.
 *
 * @param random seeded
 */
record StartPortfolios(Weights target, RandomGenerator random) {
    private static final double LEAST_VALUE = 10_000;
    private static final double MOST_VALUE = 100_000;

    /** Worth between 10,000 and 100,000 USD, log-uniformly, at the market's feed prices. */
    Holdings next(MarketState market) {
        double value = LEAST_VALUE * StrictMath.exp(random.nextDouble() * StrictMath.log(MOST_VALUE / LEAST_VALUE));
        double[] weights = weights();
        List<TokenAmount> amounts = new ArrayList<>();
        for (int i = 0; i < weights.length; i++) {
            Token token = target.tokens().get(i);
            amounts.add(amount(token, Usd.of(new BigDecimal(value * weights[i])), market.price(token)));
        }
        return new Holdings(amounts, Wei.ofCoins(BigDecimal.ONE));
    }

    private double[] weights() {
        double[] weights = uniform();
        double share = random.nextDouble() * random.nextDouble();
        for (int i = 0; i < weights.length; i++) {
            weights[i] =
                    share * weights[i] + (1 - share) * target.shares().get(i).doubleValue();
        }
        return weights;
    }

    /** Uniform on the simplex: exponential draws, divided by their sum. */
    private double[] uniform() {
        double[] draws = new double[target.tokens().size()];
        double sum = 0;
        for (int i = 0; i < draws.length; i++) {
            draws[i] = -StrictMath.log(1 - random.nextDouble());
            sum += draws[i];
        }
        for (int i = 0; i < draws.length; i++) {
            draws[i] /= sum;
        }
        return draws;
    }

    private static TokenAmount amount(Token token, Usd value, Usd price) {
        BigDecimal whole = value.value().divide(price.value(), token.decimals(), RoundingMode.DOWN);
        return TokenAmount.of(token, whole);
    }
}
