package io.ballast.act.execution;

import io.ballast.act.journal.IntentPlanned;
import io.ballast.act.journal.IntentSigned;
import io.ballast.act.journal.OpenIntent;
import io.ballast.base.units.Wei;
import io.ballast.sense.chain.BlockHeader;
import java.util.Optional;
import java.util.function.Function;

/** What this process remembers of one intent's way; everything that must outlive it is in the journal. Used by one thread. */
final class Flight {
    private final String id;
    private final Logbook log;
    private final Wei value;
    private final Function<Fees, Optional<String>> judge;
    private BlockHeader head;
    private boolean due = true;
    private boolean outbid;
    private int since;
    private int overdue;
    private int takenFor;

    /**
     * @param value coins sent along with the call
     * @param judge why the same call may not be signed for these fees; empty if it may
     */
    Flight(String id, Logbook log, Wei value, BlockHeader head, Function<Fees, Optional<String>> judge) {
        this.id = id;
        this.log = log;
        this.value = value;
        this.head = head;
        this.judge = judge;
    }

    String id() {
        return id;
    }

    Wei value() {
        return value;
    }

    BlockHeader head() {
        return head;
    }

    OpenIntent intent() {
        return log.state().intent(id).orElseThrow(() -> new IllegalStateException(id + " is not open"));
    }

    IntentPlanned planned() {
        return intent().planned();
    }

    IntentSigned last() {
        return intent().attempts().getLast();
    }

    Optional<String> objection(Fees fees) {
        return judge.apply(fees);
    }

    Outlook outlook(boolean stopped) {
        OpenIntent intent = intent();
        long calls =
                intent.attempts().stream().filter(attempt -> !attempt.cancels()).count();
        return new Outlook(
                head,
                Fees.of(intent.attempts().getFirst()),
                Fees.of(last()),
                last().deadline(),
                last().cancels(),
                stopped,
                planned().kind().passesHalt(),
                due,
                outbid,
                since,
                Math.toIntExact(calls - 1),
                overdue);
    }

    /** A wait for a head is over. */
    void waited(Optional<BlockHeader> next) {
        head = next.orElse(head);
        since++;
        boolean late = head.ref().timestamp().isAfter(last().deadline());
        overdue += next.isEmpty() || late || last().cancels() ? 1 : 0;
    }

    void sent(Reaction reaction) {
        due = false;
        outbid = reaction.asksForMore();
    }

    /** There is a new attempt, or more was refused for the present one: the count of heads begins again. */
    void begun(boolean newAttempt) {
        due |= newAttempt;
        outbid &= !newAttempt;
        since = 0;
    }

    /** Heads in a row at which the chain counted this nonce as used and showed no receipt of ours. */
    int taken(boolean now) {
        takenFor = now ? takenFor + 1 : 0;
        return takenFor;
    }
}
