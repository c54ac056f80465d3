package io.ballast.think.portfolio;

import io.ballast.base.units.Token;
import io.ballast.base.units.Usd;
import io.ballast.sense.market.MarketState;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Shares of the invested value.
 *
 * @param tokens the universe's tokens in its order
 * @param shares same order, each in [0, 1] at scale 12; they sum to 1 within 1e-9
 */
public record Weights(List<Token> tokens, List<BigDecimal> shares) {
    public Weights {
        tokens = List.copyOf(tokens);
        shares =
                shares.stream().map(s -> s.setScale(12, RoundingMode.HALF_EVEN)).toList();
        BigDecimal sum = shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (tokens.size() != shares.size()
                || shares.stream().anyMatch(s -> s.signum() < 0)
                || sum.subtract(BigDecimal.ONE).abs().compareTo(new BigDecimal("1e-9")) > 0) {
            throw new IllegalArgumentException(
                    "weights must be one for each token, not negative and sum to 1, were " + shares);
        }
    }

    /**
     * Weights of holdings at feed prices, coins left out.
     *
     * @throws ArithmeticException if nothing is invested
     */
    public static Weights of(Holdings holdings, MarketState market) {
        Usd total = holdings.invested(market);
        return new Weights(
                holdings.tokens().stream().map(a -> a.token()).toList(),
                holdings.tokens().stream()
                        .map(a -> a.at(market.price(a.token())).over(total))
                        .toList());
    }

    /**
     * Weights in proportion to some numbers, rounded half-even; what rounding leaves goes to the largest.
     *
     * @param parts one for each token, finite, not negative, not all zero
     */
    public static Weights inProportion(List<Token> tokens, double[] parts) {
        BigDecimal total = Arrays.stream(parts).mapToObj(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
        List<BigDecimal> shares = Arrays.stream(parts)
                .mapToObj(BigDecimal::new)
                .map(part -> part.divide(total, 12, RoundingMode.HALF_EVEN))
                .collect(Collectors.toCollection(ArrayList::new));
        BigDecimal sum = shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        int largest = shares.indexOf(Collections.max(shares));
        shares.set(largest, shares.get(largest).add(BigDecimal.ONE.subtract(sum)));
        return new Weights(tokens, shares);
    }

    public BigDecimal share(Token token) {
        int index = tokens.indexOf(token);
        if (index < 0) {
            throw new IllegalArgumentException("no weight of " + token);
        }
        return shares.get(index);
    }
}
