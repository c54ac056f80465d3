package io.ballast.think.model;

/**
 * Who scores.
 *
 * @param name {@code band}, {@code momentum}, {@code demo-v1}
 * @param sha256 of the model card, lower-case hex; empty for rules
 * @param window number of closed bars it needs before it can score
 */
public record ScorerInfo(String name, String sha256, int window) {}
