/** The devnet's hold on anvil: transactions of its own accounts in a fixed order, and mining. */
@NullMarked
package io.ballast.lab.devnet.anvil;

import org.jspecify.annotations.NullMarked;
