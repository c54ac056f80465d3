package io.ballast.act.journal;

import io.ballast.base.units.Hash32;

/**
 * A reorganisation took the block of a mined attempt back: what {@link IntentMined} moved is undone and the intent is open
 * again, with the same signed attempts, even where it was closed already.
 *
 * @param blockHash the block that is no longer part of the chain
 */
public record IntentUnmined(String intentId, Hash32 txHash, Hash32 blockHash) implements JournalEvent {}
