package io.ballast.lab.training;

import io.ballast.sense.market.MarketState;
import io.ballast.sense.market.ReferencePools;
import io.ballast.think.feature.PriceWindow;
import io.ballast.think.feature.WindowBuilder;
import io.ballast.think.model.FeatureRows;
import io.ballast.think.model.Sha256;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Labelled decisions of several histories. Histories are added one after another and not kept. Not thread-safe.
 */
public final class TrainingSet {
    private final TrainingPlan plan;
    private final List<LabelledDecision> decisions = new ArrayList<>();
    private Instant from = Instant.MAX;
    private Instant to = Instant.MIN;
    private int histories;

    public TrainingSet(TrainingPlan plan) {
        this.plan = plan;
    }

    /**
     * Labels every bar that has a full window behind it and a horizon ahead.
     *
     * @throws IllegalArgumentException if the history has a gap or is too short to give a single decision
     */
    public void add(History history, Labeller labeller) {
        List<Bar> bars = history.bars();
        if (bars.size() < FeatureRows.WINDOW + plan.horizon()) {
            throw new IllegalArgumentException("a history of " + bars.size() + " bars gives no decision");
        }
        MarketState first = bars.get(0).decided();
        ReferencePools prices = ReferencePools.choose(first);
        WindowBuilder builder = new WindowBuilder(first.universe().tokens(), FeatureRows.WINDOW, plan.timeframe());
        StartPortfolios starts =
                new StartPortfolios(labeller.own(), new SplittableRandom(plan.seed() * 31 + history.seed()));
        for (int i = 0; i < bars.size(); i++) {
            MarketState market = bars.get(i).decided();
            builder.close(market.block().timestamp(), prices.closes(market));
            if (builder.isFull() && i + plan.horizon() < bars.size()) {
                label(bars, i, builder.window(), starts, labeller);
            }
        }
        span(first, bars.get(bars.size() - 1).decided());
        histories++;
    }

    /** In the order of histories and bars. */
    public List<LabelledDecision> decisions() {
        return List.copyOf(decisions);
    }

    /** Candidates of all decisions. */
    public int rows() {
        return decisions.stream()
                .mapToInt(decision -> decision.utility().length)
                .sum();
    }

    Instant from() {
        return from;
    }

    Instant to() {
        return to;
    }

    /** Of all features and labels. */
    String sha256() {
        Sha256 hash = new Sha256();
        for (LabelledDecision decision : decisions) {
            for (float[] row : decision.rows()) {
                hash.add(row);
            }
            hash.add(decision.utility());
        }
        return hash.hex();
    }

    private void label(List<Bar> bars, int i, PriceWindow window, StartPortfolios starts, Labeller labeller) {
        MarketState later = bars.get(i + plan.horizon()).decided();
        for (int start = 0; start < plan.starts(); start++) {
            Bar bar = bars.get(i);
            decisions.add(labeller.label(histories, i, bar, window, starts.next(bar.decided()), later));
        }
    }

    private void span(MarketState first, MarketState last) {
        from = first.block().timestamp().isBefore(from) ? first.block().timestamp() : from;
        to = last.block().timestamp().isAfter(to) ? last.block().timestamp() : to;
    }
}
