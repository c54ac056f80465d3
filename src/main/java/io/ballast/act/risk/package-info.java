/** Limits, one class each, and the gate that applies them all. Pure. */
@NullMarked
package io.ballast.act.risk;

import org.jspecify.annotations.NullMarked;
