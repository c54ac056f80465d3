/** The journal's canonical JSON, and a journal kept in memory. */
@NullMarked
package io.ballast.act.journal.json;

import org.jspecify.annotations.NullMarked;
