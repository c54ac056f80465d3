package io.ballast.app.cli.screen;

import io.ballast.act.journal.DecisionMade;
import io.ballast.act.journal.GateJudged;
import io.ballast.act.journal.IntentBroadcast;
import io.ballast.act.journal.IntentClosed;
import io.ballast.act.journal.IntentMined;
import io.ballast.act.journal.IntentPlanned;
import io.ballast.act.journal.IntentSigned;
import io.ballast.act.journal.IntentUnmined;
import io.ballast.act.journal.JournalEntry;
import io.ballast.act.journal.JournalEvent;
import io.ballast.base.units.TokenAmount;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One decision and everything that came of it.
 *
 * @param entries the decision first, then its intents and its confirmations, in order
 */
public record DecisionStory(List<JournalEntry> entries) {
    public DecisionStory {
        entries = List.copyOf(entries);
    }

    /**
     * Picks one decision out of a journal.
     *
     * @param id of the decision, or of one of its intents
     */
    public static Optional<DecisionStory> find(Stream<JournalEntry> journal, String id) {
        String decision = id.replaceFirst("\\..*", "");
        List<JournalEntry> about = journal.filter(entry -> isAbout(entry.event(), decision))
                .dropWhile(entry -> !(entry.event() instanceof DecisionMade))
                .toList();
        return about.isEmpty() ? Optional.empty() : Optional.of(new DecisionStory(about));
    }

    private static boolean isAbout(JournalEvent event, String decision) {
        return event instanceof DecisionMade made
                ? made.decisionId().equals(decision)
                : intent(event).startsWith(decision + ".");
    }

    /** Which intent an event belongs to; empty for other events. */
    static String intent(JournalEvent event) {
        return switch (event) {
            case GateJudged e -> e.intentId();
            case IntentPlanned e -> e.intentId();
            case IntentSigned e -> e.intentId();
            case IntentBroadcast e -> e.intentId();
            case IntentMined e -> e.intentId();
            case IntentUnmined e -> e.intentId();
            case IntentClosed e -> e.intentId();
            default -> "";
        };
    }

    /** What a swap was quoted; empty for approvals and revokes. */
    Optional<TokenAmount> quoted(String intentId) {
        return entries.stream()
                .filter(entry -> entry.event() instanceof IntentPlanned plan
                        && plan.intentId().equals(intentId)
                        && !plan.quotedOut().isZero())
                .map(entry -> ((IntentPlanned) entry.event()).quotedOut())
                .reduce((earlier, later) -> later);
    }
}
