package io.ballast.act.execution;

import io.ballast.act.journal.IntentBroadcast;
import io.ballast.act.journal.IntentClosed;
import io.ballast.act.journal.IntentMined;
import io.ballast.act.journal.IntentSigned;
import io.ballast.act.journal.IntentUnmined;
import io.ballast.act.journal.JournalEvent;
import io.ballast.act.journal.LedgerException;
import io.ballast.act.journal.LedgerState;
import io.ballast.act.journal.SessionStarted;
import java.util.Optional;

/** Which step may follow which. What is not written here never gets into the journal. Pure. */
final class Lifecycle {
    private static final String PAPER = "paper";

    private Lifecycle() {}

    /** The phase after a happening; empty if it may not happen. */
    static Optional<Phase> next(Phase from, Happening happening) {
        return switch (from) {
            case PLANNED -> planned(happening);
            case SIGNED, BROADCAST -> alone(from, happening);
            case REPLACED, CANCELLING -> contested(from, happening);
            case MINED -> mined(happening);
            case FINAL, REVERTED, CANCELLED, LOST, REFUSED, DROPPED -> Optional.empty();
        };
    }

    private static Optional<Phase> planned(Happening happening) {
        return switch (happening) {
            case SIGN, CANCEL -> Optional.of(Phase.SIGNED);
            case REFUSE -> Optional.of(Phase.REFUSED);
            case DROP -> Optional.of(Phase.DROPPED);
            default -> Optional.empty();
        };
    }

    /** One attempt: only here a node's refusal is certain to be the end. */
    private static Optional<Phase> alone(Phase from, Happening happening) {
        return happening == Happening.REFUSE ? Optional.of(Phase.REFUSED) : inFlight(from, happening);
    }

    /** Several attempts; from a cancellation there is no way back to the call itself. */
    private static Optional<Phase> contested(Phase from, Happening happening) {
        return from == Phase.CANCELLING && happening == Happening.REPLACE
                ? Optional.empty()
                : inFlight(from, happening);
    }

    private static Optional<Phase> inFlight(Phase from, Happening happening) {
        return switch (happening) {
            case SEND -> Optional.of(from == Phase.SIGNED ? Phase.BROADCAST : from);
            case REPLACE -> from == Phase.SIGNED ? Optional.empty() : Optional.of(Phase.REPLACED);
            case CANCEL -> Optional.of(Phase.CANCELLING);
            case MINE -> Optional.of(Phase.MINED);
            case LOSE -> Optional.of(Phase.LOST);
            default -> Optional.empty();
        };
    }

    /** After a reorganisation it stands where its attempts had brought it; alone, that is BROADCAST. */
    private static Optional<Phase> mined(Happening happening) {
        return switch (happening) {
            case UNMINE -> Optional.of(Phase.BROADCAST);
            case FILL -> Optional.of(Phase.FINAL);
            case REVERT -> Optional.of(Phase.REVERTED);
            case FINISH_CANCEL -> Optional.of(Phase.CANCELLED);
            default -> Optional.empty();
        };
    }

    /**
     * Lets an entry pass or not.
     *
     * @throws LedgerException if it may not follow what the journal holds
     */
    static void require(LedgerState state, JournalEvent event) {
        idOf(event)
                .flatMap(state::intent)
                .ifPresent(intent -> Happening.of(event, intent)
                        .filter(happening -> !onPaper(state))
                        .filter(happening -> next(Phase.of(intent), happening).isEmpty())
                        .ifPresent(happening -> {
                            throw new LedgerException(
                                    intent.id() + " is " + Phase.of(intent) + ", " + happening + " may not follow");
                        }));
    }

    /** On paper nothing is signed, so a fill follows the plan. */
    private static boolean onPaper(LedgerState state) {
        return state.session().map(SessionStarted::mode).filter(PAPER::equals).isPresent();
    }

    private static Optional<String> idOf(JournalEvent event) {
        return switch (event) {
            case IntentSigned signed -> Optional.of(signed.intentId());
            case IntentBroadcast sent -> Optional.of(sent.intentId());
            case IntentMined mined -> Optional.of(mined.intentId());
            case IntentUnmined unmined -> Optional.of(unmined.intentId());
            case IntentClosed closed -> Optional.of(closed.intentId());
            default -> Optional.empty();
        };
    }
}
