/** A local chain with the real contracts, seeded pools and seeded order flow. */
@NullMarked
package io.ballast.lab.devnet;

import org.jspecify.annotations.NullMarked;
