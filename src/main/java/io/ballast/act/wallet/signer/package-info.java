/** The signer: a process of its own that holds the key, judges every transaction by its own limits, and remembers what it signed. */
@NullMarked
package io.ballast.act.wallet.signer;

import org.jspecify.annotations.NullMarked;
