package io.ballast.act.journal;

import java.util.stream.Stream;

/**
 * The fold over a journal. It refuses what must never happen: two intents at one nonce, one intent at two, an intent mined
 * twice or signed again after it was mined, books below zero. Pure.
 */
public final class Ledger {
    private Ledger() {}

    /**
     * The state at the end of a journal.
     *
     * @param entries from the first on
     * @throws LedgerException naming the entry that contradicts the ones before
     */
    public static LedgerState of(Stream<JournalEntry> entries) {
        LedgerState[] state = {LedgerState.EMPTY};
        entries.forEachOrdered(entry -> state[0] = next(state[0], entry));
        return state[0];
    }

    private static LedgerState next(LedgerState state, JournalEntry entry) {
        try {
            return next(state, entry.event());
        } catch (LedgerException e) {
            throw new LedgerException("entry " + entry.seq() + ": " + e.getMessage());
        }
    }

    static LedgerState next(LedgerState state, JournalEvent event) {
        LedgerDraft draft = new LedgerDraft(state);
        switch (event) {
            case SessionStarted started -> draft.session(started);
            case BooksOpened opened -> draft.open(opened);
            case DecisionMade made -> draft.decide(made);
            case RiskChanged changed -> draft.risk(changed);
            case GateJudged judged -> draft.judge(judged);
            case IntentPlanned planned -> draft.plan(planned);
            case IntentSigned signed -> draft.sign(signed);
            case IntentBroadcast sent -> draft.change(sent.intentId(), intent -> intent.with(sent));
            case IntentMined mined -> draft.mine(mined);
            case IntentUnmined unmined -> draft.unmine(unmined);
            case IntentClosed closed -> draft.close(closed);
            // A difference is for the agent to explain or to halt on, never for the books to absorb.
            case Reconciled reconciled -> draft.custody(custody -> custody.after(reconciled));
            case FlowsBooked flows -> draft.flows(flows);
            case TokenFrozen frozen -> draft.custody(custody -> custody.after(frozen));
            case TokenThawed thawed -> draft.custody(custody -> custody.after(thawed));
            case SpenderBanned banned -> draft.custody(custody -> custody.after(banned));
            case Halted halted -> draft.halt(halted);
            case SessionEnded ended -> draft.end();
        }
        return draft.state();
    }
}
