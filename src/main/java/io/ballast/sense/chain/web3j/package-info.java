/** The chain's ports over JSON-RPC, with web3j's requests and HTTP service as the transport. */
@NullMarked
package io.ballast.sense.chain.web3j;

import org.jspecify.annotations.NullMarked;
