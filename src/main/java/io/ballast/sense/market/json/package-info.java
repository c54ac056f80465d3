/** Recorded swaps and answers as JSON, by Jackson. */
@NullMarked
package io.ballast.sense.market.json;

import org.jspecify.annotations.NullMarked;
