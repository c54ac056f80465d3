/** Ports to a chain in bytes, hashes and logs: {@code ChainReader}, {@code ChainSubmitter}, {@code HeadFeed}. */
@NullMarked
package io.ballast.sense.chain;

import org.jspecify.annotations.NullMarked;
