/** Scorers that follow a rule: baselines, proposers, and the fallback when a model is not to be trusted. Pure. */
@NullMarked
package io.ballast.think.model.rule;

import org.jspecify.annotations.NullMarked;
