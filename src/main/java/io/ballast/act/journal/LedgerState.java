package io.ballast.act.journal;

import io.ballast.act.risk.RiskState;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What follows from a journal up to some entry: all that an agent needs to go on after it was killed.
 *
 * @param session the last one started
 * @param inSession whether that session has not ended in order
 * @param books expected balances; empty until they are opened
 * @param open intents planned and not closed, oldest first
 * @param settled closed of late with one of their attempts in a block, oldest first: a reorganisation of that depth opens them
 *     again
 * @param highestNonce ever signed
 * @param lastNonce highest nonce that is used up; empty before the first, and after a person let trading go on: what was signed
 *     elsewhere is thereby acknowledged
 * @param risk the limits' memory; empty if it never changed
 * @param halted why trading stopped in this journal's last halt; the trading state itself is in {@code risk}
 * @param decisions made so far, confirmations not counted
 * @param custody what else is known about the account
 */
public record LedgerState(
        Optional<SessionStarted> session,
        boolean inSession,
        Optional<Books> books,
        List<OpenIntent> open,
        List<OpenIntent> settled,
        OptionalLong highestNonce,
        OptionalLong lastNonce,
        Optional<RiskState> risk,
        Optional<Halted> halted,
        long decisions,
        Custody custody) {
    /** Blocks below our newest one in which a reorganisation is looked for: twice the two epochs after which Ethereum is final. */
    public static final long REACH = 128;

    /** Of an empty journal. */
    public static final LedgerState EMPTY = new LedgerState(
            Optional.empty(),
            false,
            Optional.empty(),
            List.of(),
            List.of(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            Optional.empty(),
            Optional.empty(),
            0,
            Custody.NONE);

    public LedgerState {
        open = List.copyOf(open);
        settled = List.copyOf(settled);
    }

    /** An intent that is open. */
    public Optional<OpenIntent> intent(String intentId) {
        for (OpenIntent intent : open) {
            if (intent.id().equals(intentId)) {
                return Optional.of(intent);
            }
        }
        return Optional.empty();
    }

    /**
     * The state after one more event.
     *
     * @throws LedgerException if the event contradicts what came before; a writer that asks first never journals such an event
     */
    public LedgerState after(JournalEvent event) {
        return Ledger.next(this, event);
    }
}
