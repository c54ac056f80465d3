/** Signing: the port, and keystores. */
@NullMarked
package io.ballast.act.wallet;

import org.jspecify.annotations.NullMarked;
