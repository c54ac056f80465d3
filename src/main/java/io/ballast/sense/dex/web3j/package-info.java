/** What pools, tokens and routers read and write as bytes: calldata, events and the pool lens. */
@NullMarked
package io.ballast.sense.dex.web3j;

import org.jspecify.annotations.NullMarked;
