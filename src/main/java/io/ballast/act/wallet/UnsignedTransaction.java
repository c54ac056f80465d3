package io.ballast.act.wallet;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Wei;

/**
 * An EIP-1559 transaction before it is signed.
 *
 * @param value coins sent along
 * @param gasLimit units of gas
 * @param maxFee most per unit of gas, base fee included
 * @param maxTip most per unit of gas for the block's producer
 */
public record UnsignedTransaction(
        long chainId, long nonce, Address to, Wei value, Bytes data, long gasLimit, Wei maxFee, Wei maxTip) {}
