/** Those who move the market by transactions: the oracle, traders and an arbitrageur. */
@NullMarked
package io.ballast.lab.devnet.flow;

import org.jspecify.annotations.NullMarked;
