package io.ballast.think.strategy;

import java.time.Duration;
import java.util.Optional;

/**
 * Which scorer decides, and how far it is trusted.
 *
 * @param rule the rule scorer that proposes ({@code band}, {@code equal-weight}, {@code momentum}, {@code sma-cross}), and
 *     that decides alone when there is no model or the model is stale
 * @param model a trained model and its role; empty for a rule alone
 * @param moves how far the rule goes
 * @param means lengths of the means of {@code sma-cross}; its own if empty
 */
public record ScorerChoice(String rule, Optional<ModelChoice> model, Moves moves, Optional<Means> means) {
    /** A rule with a no-trade band, as usual. */
    public ScorerChoice(String rule, Optional<ModelChoice> model) {
        this(rule, model, Moves.BANDED, Optional.empty());
    }

    /** How far a rule goes. */
    public enum Moves {
        /** Only where coming nearer to the target pays, outside of the no-trade band. */
        BANDED,
        /** All the way at every decision, whatever that costs. */
        FULL
    }

    /** Bars of two means, the shorter one first. */
    public record Means(int fast, int slow) {}

    /**
     * A pinned model.
     *
     * @param name folder under {@code models/}
     * @param sha256 of its card, lower-case hex, pinned in the strategy file
     * @param maxAge since training; older means fall back to the rule; zero means no limit was set
     */
    public record ModelChoice(String name, String sha256, Role role, Duration maxAge) {}

    /** How far a model is trusted. */
    public enum Role {
        /** Lets the rule's action through only when its lower bound is positive; cannot choose another. */
        VETO,
        /** Chooses among all candidates by the lower bound; only for a model that passed its gate, or on the devnet. */
        RANK
    }
}
