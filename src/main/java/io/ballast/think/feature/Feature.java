package io.ballast.think.feature;

/**
 * One column of a scorer's input.
 *
 * @param unit of the value before it is standardised
 */
public record Feature(String name, String unit) {}
