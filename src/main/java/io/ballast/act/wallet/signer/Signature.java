package io.ballast.act.wallet.signer;

import io.ballast.base.units.Address;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.Wei;
import java.math.BigInteger;
import java.time.Instant;

/**
 * One signature as it is remembered.
 *
 * @param intent over target, value and calldata
 * @param hash of the signed transaction
 * @param cost worst case of its gas
 * @param token that it sells; the zero address if none
 * @param amount that it sells, raw; 0 if none
 */
record Signature(Instant at, long nonce, Hash32 intent, Hash32 hash, Wei cost, Address token, BigInteger amount) {}
