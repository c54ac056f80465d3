/** Keystore files as JSON. */
@NullMarked
package io.ballast.act.wallet.json;

import org.jspecify.annotations.NullMarked;
