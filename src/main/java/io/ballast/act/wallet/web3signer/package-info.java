/** Signing by a Web3Signer over HTTP. */
@NullMarked
package io.ballast.act.wallet.web3signer;

import org.jspecify.annotations.NullMarked;
