package io.ballast.think.model;

/**
 * A member of a loaded ensemble.
 *
 * @param seed it was trained with
 * @param digest of its architecture and parameters when it was loaded, lower-case hex
 */
public record Member(long seed, String digest, Network network) {}
