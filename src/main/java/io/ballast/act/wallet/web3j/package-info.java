/** Keystores and signing with web3j's curve arithmetic. */
@NullMarked
package io.ballast.act.wallet.web3j;

import org.jspecify.annotations.NullMarked;
