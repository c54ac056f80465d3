/** Synthetic prices from a seed, the same on every machine. Pure. */
@NullMarked
package io.ballast.lab.devnet.price;

import org.jspecify.annotations.NullMarked;
