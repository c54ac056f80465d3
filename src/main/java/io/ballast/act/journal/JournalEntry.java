package io.ballast.act.journal;

import io.ballast.base.units.Hash32;
import java.time.Instant;

/**
 * One link of the chain.
 *
 * @param seq 1 for the first entry, without gaps
 * @param at by the journal's clock; may step back with it
 * @param type simple name of the event's record
 * @param json the event as canonical JSON, exactly the text that is hashed and stored
 * @param previous hash of the entry before; {@link Hash32#ZERO} for the first
 * @param hash {@link HashChain#hash} of everything above
 */
public record JournalEntry(
        long seq, Instant at, String type, String json, Hash32 previous, Hash32 hash, JournalEvent event) {}
