/** The anvil process: found or installed, started on a loopback port, controlled by JSON-RPC, stopped on every way out. */
@NullMarked
package io.ballast.sense.chain.anvil;

import org.jspecify.annotations.NullMarked;
