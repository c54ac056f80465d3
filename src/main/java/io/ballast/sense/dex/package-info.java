/** Pool states and their exact integer arithmetic: quotes and routes, bit-equal to the contracts. Pure. */
@NullMarked
package io.ballast.sense.dex;

import org.jspecify.annotations.NullMarked;
