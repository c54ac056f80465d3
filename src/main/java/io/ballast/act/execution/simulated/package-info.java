/** Paper execution: fills by the exact engine, no chain touched. */
@NullMarked
package io.ballast.act.execution.simulated;

import org.jspecify.annotations.NullMarked;
