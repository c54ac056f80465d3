package io.ballast.act.wallet;

import io.ballast.base.units.Bytes;
import io.ballast.base.units.Hash32;

/**
 * A signed transaction, ready to send.
 *
 * @param raw typed-transaction bytes (EIP-2718)
 */
public record SignedTransaction(UnsignedTransaction unsigned, Bytes raw, Hash32 hash) {}
