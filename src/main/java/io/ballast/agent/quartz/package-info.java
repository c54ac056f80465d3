/** Triggers of the decision cycle by Quartz. */
@NullMarked
package io.ballast.agent.quartz;

import org.jspecify.annotations.NullMarked;
