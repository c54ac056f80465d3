package io.ballast.act.journal;

import io.ballast.base.units.Bytes;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.Wei;
import java.time.Instant;

/**
 * One signed attempt of an intent, durable before it is sent. An intent has one nonce; a later attempt replaces the earlier at
 * the same nonce.
 *
 * @param raw exactly the bytes that are sent, and sent again after a crash
 * @param gasLimit units of gas
 * @param maxFee most per unit of gas
 * @param maxTip most per unit of gas for the block's producer
 * @param deadline of the calldata, by the clock of the chain
 * @param cancels whether this is a transfer of nothing to oneself that only uses the nonce up
 */
public record IntentSigned(
        String intentId,
        long nonce,
        Hash32 txHash,
        Bytes raw,
        long gasLimit,
        Wei maxFee,
        Wei maxTip,
        Instant deadline,
        boolean cancels)
        implements JournalEvent {}
