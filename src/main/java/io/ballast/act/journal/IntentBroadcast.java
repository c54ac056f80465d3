package io.ballast.act.journal;

import io.ballast.base.units.Hash32;

/**
 * An attempt was handed to a node.
 *
 * @param outcome what the node said, for people
 */
public record IntentBroadcast(String intentId, Hash32 txHash, String outcome) implements JournalEvent {}
