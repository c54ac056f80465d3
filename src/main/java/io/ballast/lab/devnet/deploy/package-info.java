/** What stands on a devnet and how it gets there: contracts, tokens, pools with their liquidity. */
@NullMarked
package io.ballast.lab.devnet.deploy;

import org.jspecify.annotations.NullMarked;
