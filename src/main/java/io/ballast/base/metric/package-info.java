/** Statistics of performance by their textbook definitions; what is undefined is absent, never zero or infinite. */
@NullMarked
package io.ballast.base.metric;

import org.jspecify.annotations.NullMarked;
