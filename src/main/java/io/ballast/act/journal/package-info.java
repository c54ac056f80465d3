/** The append-only, hash-chained record of everything the agent decides and does. */
@NullMarked
package io.ballast.act.journal;

import org.jspecify.annotations.NullMarked;
