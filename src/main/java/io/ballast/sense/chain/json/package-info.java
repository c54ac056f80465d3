/** Recordings of what a node answered, as compressed JSON lines, and a chain that answers from one. */
@NullMarked
package io.ballast.sense.chain.json;

import org.jspecify.annotations.NullMarked;
