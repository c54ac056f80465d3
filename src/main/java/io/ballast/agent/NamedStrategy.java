package io.ballast.agent;

import io.ballast.base.config.Name;
import io.ballast.base.config.Position;

/**
 * A strategy as some file names it.
 *
 * @param at where
 * @param path key of that file
 */
public record NamedStrategy(Name name, Position at, String path) {}
