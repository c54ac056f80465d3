package io.ballast.think.strategy;

import java.time.Duration;
import java.util.Optional;

/**
 * Which scorer decides, and how far it is trusted.
 *
 * @param rule the rule scorer that proposes ({@code band}, {@code equal-weight}, {@code momentum}, {@code sma-cross}), and
 *     that decides alone when there is no model or the model is stale
 * @param model a trained model and its role; empty for a rule alone
 */
public record ScorerChoice(String rule, Optional<ModelChoice> model) {
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
