package io.ballast.think.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Small networks, decisions and drafts for tests. */
public final class Networks {
    public static final Architecture SMALL = new Architecture(FeatureRows.FEATURES.size(), new int[] {8, 6}, 0.05);
    public static final FitPlan PLAN = new FitPlan(60, 16, 5e-3, 1e-4, 0.4, 20, 10);

    private Networks() {}

    public static float[] parameters(Architecture architecture, long seed) {
        Random random = new Random(seed);
        float[] parameters = new float[architecture.parameters()];
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = (float) (0.3 * random.nextGaussian());
        }
        return parameters;
    }

    public static float[][] rows(int rows, int columns, long seed) {
        Random random = new Random(seed);
        float[][] result = new float[rows][columns];
        for (float[] row : result) {
            for (int i = 0; i < columns; i++) {
                row[i] = (float) random.nextGaussian();
            }
        }
        return result;
    }

    /** Decisions of 3 to 8 candidates; the utility is the first feature, in tenths of a percent, and noise. */
    public static List<DecisionRows> decisions(int count, int columns, long seed) {
        Random random = new Random(seed);
        List<DecisionRows> decisions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            float[][] rows = rows(3 + random.nextInt(6), columns, random.nextLong());
            float[] utility = new float[rows.length];
            for (int row = 0; row < utility.length; row++) {
                utility[row] = (float) (0.1 * rows[row][0] + 0.05 * random.nextGaussian());
            }
            decisions.add(new DecisionRows(rows, utility));
        }
        return decisions;
    }
}
