package io.ballast.think.portfolio;

import io.ballast.base.units.Token;
import io.ballast.sense.market.MarketState;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Shares of the invested value.
 *
 * @param tokens the universe's tokens in its order
 * @param shares same order, each in [0, 1] at scale 12; they sum to 1 within 1e-9
 */
public record Weights(List<Token> tokens, List<BigDecimal> shares) {
    private static final int SCALE = 12;
    private static final BigDecimal NOTHING = BigDecimal.ZERO.setScale(SCALE);
    private static final BigDecimal ALL = BigDecimal.ONE.setScale(SCALE);
    private static final BigDecimal TOLERANCE = new BigDecimal("1e-9");

    public Weights {
        tokens = List.copyOf(tokens);
        shares = rounded(shares);
        BigDecimal sum = BigDecimal.ZERO;
        boolean negative = false;
        for (BigDecimal share : shares) {
            sum = sum.add(share);
            negative |= share.signum() < 0;
        }
        if (tokens.size() != shares.size()
                || negative
                || sum.subtract(BigDecimal.ONE).abs().compareTo(TOLERANCE) > 0) {
            throw new IllegalArgumentException(
                    "weights must be one for each token, not negative and sum to 1, were " + shares);
        }
    }

    private static List<BigDecimal> rounded(List<BigDecimal> shares) {
        BigDecimal[] rounded = new BigDecimal[shares.size()];
        for (int i = 0; i < rounded.length; i++) {
            rounded[i] = shares.get(i).setScale(SCALE, RoundingMode.HALF_EVEN);
        }
        return List.of(rounded);
    }

    /**
     * Weights of holdings at feed prices, coins left out.
     *
     * @throws ArithmeticException if nothing is invested
     */
    public static Weights of(Holdings holdings, MarketState market) {
        return Valued.of(holdings, market).weights();
    }

    /**
     * Weights in proportion to some numbers, rounded half-even; what rounding leaves goes to the largest.
     *
     * @param parts one for each token, finite, not negative, not all zero
     */
    public static Weights inProportion(List<Token> tokens, double[] parts) {
        int only = only(parts);
        return only < 0 ? divided(tokens, parts) : allIn(tokens, only);
    }

    /** Place of the only part that is not zero; −1 if there are more. */
    private static int only(double[] parts) {
        int only = -1;
        for (int i = 0; i < parts.length; i++) {
            if (parts[i] != 0) {
                if (only >= 0) {
                    return -1;
                }
                only = i;
            }
        }
        return only;
    }

    private static Weights allIn(List<Token> tokens, int place) {
        List<BigDecimal> shares = new ArrayList<>(tokens.size());
        for (int i = 0; i < tokens.size(); i++) {
            shares.add(i == place ? ALL : NOTHING);
        }
        return new Weights(tokens, shares);
    }

    private static Weights divided(List<Token> tokens, double[] parts) {
        BigDecimal total = BigDecimal.ZERO;
        for (double part : parts) {
            total = total.add(exact(part));
        }
        List<BigDecimal> shares = new ArrayList<>(parts.length);
        BigDecimal sum = BigDecimal.ZERO;
        for (double part : parts) {
            BigDecimal share = exact(part).divide(total, SCALE, RoundingMode.HALF_EVEN);
            shares.add(share);
            sum = sum.add(share);
        }
        int largest = shares.indexOf(Collections.max(shares));
        shares.set(largest, shares.get(largest).add(BigDecimal.ONE.subtract(sum)));
        return new Weights(tokens, shares);
    }

    private static BigDecimal exact(double part) {
        return part == 0 || part == 1 ? BigDecimal.valueOf((long) part) : new BigDecimal(part);
    }

    public BigDecimal share(Token token) {
        int index = tokens.indexOf(token);
        if (index < 0) {
            throw new IllegalArgumentException("no weight of " + token);
        }
        return shares.get(index);
    }
}
