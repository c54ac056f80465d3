package io.ballast.think.model;

import io.ballast.base.units.Token;
import io.ballast.base.units.Usd;
import io.ballast.sense.market.MarketState;
import io.ballast.think.action.Candidate;
import io.ballast.think.action.Candidates;
import io.ballast.think.feature.AssetFeatures;
import io.ballast.think.feature.Covariance;
import io.ballast.think.feature.Feature;
import io.ballast.think.feature.StateFeatures;
import io.ballast.think.portfolio.Weights;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns a decision into the network's input: {@code float32 [candidates ≤ 64][features]}, one row for each candidate, HOLD in row 0.
 *
 * <p>Three parts: the action (cost, concentration, risk, cash, distance to the target), state times action (features of the tokens
 * weighted by the weights after it, and by their change), and the state. Tokens enter by sums only, so neither their number nor
 * their order matters, and a universe may change without a new model.
 */
public final class FeatureRows {
    /** Bars a decision's window needs. */
    public static final int WINDOW = AssetFeatures.WINDOW;

    /** Columns of every row. */
    public static final FeatureSet FEATURES = new FeatureSet(1, columns());

    private final double[] current;
    private final ActionFeatures actions;
    private final AssetFeatures assets;
    private final StateFeatures state;

    private FeatureRows(DecisionContext context) {
        MarketState market = context.market();
        Usd invested = context.holdings().invested(market);
        int cash = market.universe().tokens().indexOf(market.universe().cash());
        Covariance covariance = Covariance.of(context.window(), WINDOW - 1);
        current = shares(context.current());
        actions = new ActionFeatures(invested, cash, current, shares(context.target()), covariance);
        assets = AssetFeatures.of(context.window(), feedPrices(market));
        state = StateFeatures.of(context.window(), assets, cash, current, gwei(market));
    }

    /**
     * @throws IllegalArgumentException if the first candidate is not HOLD, there are more than 64, the window is short, or its columns
     *     are not the universe's tokens
     * @throws ArithmeticException if nothing is invested
     */
    public static float[][] of(DecisionContext context, List<Candidate> candidates) {
        if (candidates.isEmpty() || !candidates.get(0).isHold() || candidates.size() > Candidates.MOST) {
            throw new IllegalArgumentException("candidates must be 1 to " + Candidates.MOST + " with HOLD first");
        }
        List<Token> tokens = context.market().universe().tokens();
        if (!context.window().tokens().equals(tokens)
                || !context.current().tokens().equals(tokens)
                || !context.target().tokens().equals(tokens)) {
            throw new IllegalArgumentException("window and weights must have the universe's tokens: " + tokens);
        }
        FeatureRows rows = new FeatureRows(context);
        return candidates.stream().map(rows::row).toArray(float[][]::new);
    }

    private float[] row(Candidate candidate) {
        double[] after = shares(candidate.weightsAfter());
        double[] change = after.clone();
        for (int i = 0; i < change.length; i++) {
            change[i] -= current[i];
        }
        return floats(
                List.of(actions.of(candidate, after), assets.weighted(after), assets.weighted(change), state.values()));
    }

    private static List<Feature> columns() {
        List<Feature> columns = new ArrayList<>(ActionFeatures.FEATURES);
        AssetFeatures.FEATURES.forEach(f -> columns.add(new Feature("held_" + f.name(), f.unit())));
        AssetFeatures.FEATURES.forEach(f -> columns.add(new Feature("traded_" + f.name(), f.unit())));
        columns.addAll(StateFeatures.FEATURES);
        return columns;
    }

    /** In cash, so that they compare with pool prices. */
    private static double[] feedPrices(MarketState market) {
        Usd cash = market.price(market.universe().cash());
        return market.universe().tokens().stream()
                .mapToDouble(token -> market.price(token).over(cash).doubleValue())
                .toArray();
    }

    private static double gwei(MarketState market) {
        return new BigDecimal(market.header().baseFee().value(), 9).doubleValue();
    }

    private static double[] shares(Weights weights) {
        return weights.shares().stream().mapToDouble(BigDecimal::doubleValue).toArray();
    }

    private static float[] floats(List<double[]> parts) {
        float[] row = new float[FEATURES.size()];
        int column = 0;
        for (double[] part : parts) {
            for (double value : part) {
                row[column++] = (float) value;
            }
        }
        return row;
    }
}
