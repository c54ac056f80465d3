/** Candidate rebalancing actions, each priced by the exact engine. Pure. */
@NullMarked
package io.ballast.think.action;

import org.jspecify.annotations.NullMarked;
