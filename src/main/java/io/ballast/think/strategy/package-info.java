/** What the trader's YAML describes, resolved; and the policy that turns scores into a proposal. Pure. */
@NullMarked
package io.ballast.think.strategy;

import org.jspecify.annotations.NullMarked;
