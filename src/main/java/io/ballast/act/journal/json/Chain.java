package io.ballast.act.journal.json;

import io.ballast.act.journal.HashChain;
import io.ballast.act.journal.JournalCorruptException;
import io.ballast.act.journal.JournalEntry;
import io.ballast.act.journal.JournalEvent;
import io.ballast.base.units.Hash32;
import java.time.Instant;
import java.util.Optional;

/** Makes links of the chain, and checks links that were stored. */
public final class Chain {
    private Chain() {}

    /** The entry after {@code last}; the first if that is empty. */
    public static JournalEntry next(Optional<JournalEntry> last, Instant at, JournalEvent event) {
        long seq = last.map(JournalEntry::seq).orElse(0L) + 1;
        Hash32 previous = last.map(JournalEntry::hash).orElse(Hash32.ZERO);
        String type = JournalJson.type(event.getClass());
        String json = JournalJson.write(event);
        return new JournalEntry(seq, at, type, json, previous, HashChain.hash(seq, at, type, json, previous), event);
    }

    /**
     * A stored entry, if it is as it was written.
     *
     * @param file named in the exception
     * @param hash as stored
     * @throws JournalCorruptException if the hash is another or the event cannot be read
     */
    public static JournalEntry stored(
            String file, long seq, Instant at, String type, String json, Hash32 previous, Hash32 hash) {
        Hash32 computed = HashChain.hash(seq, at, type, json, previous);
        if (!computed.equals(hash)) {
            throw new JournalCorruptException(
                    file, seq, "its content gives hash " + computed.brief() + ", stored is " + hash.brief());
        }
        try {
            return new JournalEntry(seq, at, type, json, previous, hash, JournalJson.read(type, json));
        } catch (IllegalArgumentException e) {
            throw new JournalCorruptException(file, seq, String.valueOf(e.getMessage()), e);
        }
    }
}
