package io.ballast.think.model;

import java.util.List;

/** Fits networks to labelled decisions. The same arguments give the same parameters, bit for bit, on one kind of processor. */
public interface NetworkFitter {
    /**
     * @param train standardised with the training fold's own moments
     * @param validation decides when to stop, never seen by the optimiser
     */
    FittedNetwork fit(
            Architecture architecture,
            FitPlan plan,
            long seed,
            List<DecisionRows> train,
            List<DecisionRows> validation);
}
