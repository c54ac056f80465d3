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
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One decision and everything that came of it.
 *
 * @param decisions the decision, and its confirmations after approvals, in order; at least one
 * @param events of its intents, in order
 */
public record DecisionStory(List<JournalEntry> decisions, List<JournalEntry> events) {
    public DecisionStory {
        decisions = List.copyOf(decisions);
        events = List.copyOf(events);
    }

    /**
     * Picks one decision out of a journal.
     *
     * @param id of the decision, or of one of its intents
     */
    public static Optional<DecisionStory> find(Stream<JournalEntry> journal, String id) {
        String decision = id.replaceFirst("\\..*", "");
        List<JournalEntry> about =
                journal.filter(entry -> isAbout(entry.event(), decision)).toList();
        List<JournalEntry> decisions = about.stream()
                .filter(entry -> entry.event() instanceof DecisionMade)
                .toList();
        List<JournalEntry> events = about.stream()
                .filter(entry -> !(entry.event() instanceof DecisionMade))
                .toList();
        return decisions.isEmpty() ? Optional.empty() : Optional.of(new DecisionStory(decisions, events));
    }

    private static boolean isAbout(JournalEvent event, String decision) {
        return event instanceof DecisionMade made
                ? made.decisionId().equals(decision)
                : intent(event).startsWith(decision + ".");
    }

    /** Which intent an event belongs to; empty for events of the session. */
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
}
