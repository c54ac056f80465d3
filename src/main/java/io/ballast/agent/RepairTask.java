package io.ballast.agent;

import io.ballast.act.execution.Comparison;
import io.ballast.act.execution.IntentOutcome;
import io.ballast.act.journal.OpenIntent;
import io.ballast.sense.dex.web3j.Allowance;
import io.ballast.sense.market.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts an account in order: ends what is open by looking at the chain, takes the books over from the chain, takes allowances back.
 * Ends HALTED: a person resumes.
 */
public final class RepairTask implements CommandTask {
    private final CommandSession session;
    private final boolean takenOut;
    private final Observation seen;
    private final List<OpenIntent> open;
    private final Optional<Comparison> found;
    private final List<Allowance> standing;

    /**
     * Looks at everything and changes nothing.
     *
     * @param takenOut whether what left the account was the trader's own withdrawal; otherwise it is a loss
     */
    public RepairTask(CommandSession session, boolean takenOut) {
        this.session = session;
        this.takenOut = takenOut;
        this.seen = session.observe();
        this.open = session.log().state().open();
        this.found =
                session.log().state().books().map(books -> session.reconciler().look(seen));
        this.standing = seen.account().standing();
    }

    @Override
    public List<String> preview() {
        List<String> lines = new ArrayList<>();
        open.forEach(intent -> lines.add("end " + intent.id() + " ("
                + intent.lastAttempt()
                        .map(attempt -> "signed as " + attempt.txHash())
                        .orElse("not signed")
                + ") by what the chain says"));
        found.map(Comparison::lines)
                .orElse(List.of("open the books from the chain: the journal knows nothing of this account"))
                .forEach(lines::add);
        if (found.filter(comparison -> !comparison.equal()).isPresent()) {
            lines.add("take the chain's balances over; what is not explained counts as "
                    + (takenOut ? "your own withdrawal" : "a loss"));
        }
        standing.forEach(allowance -> lines.add("take back the allowance of " + allowance));
        session.log()
                .state()
                .custody()
                .frozen()
                .forEach(frozen -> lines.add("look at " + frozen.token() + " again, frozen: " + frozen.reason()));
        lines.add("HALTED afterwards, until you resume");
        return lines;
    }

    @Override
    public boolean idle() {
        return false;
    }

    @Override
    public CommandResult run() {
        session.begin();
        // A person acts from here on: what the account sent by other means is accepted along with its balances.
        session.wiring().risk().halt("repair by command");
        session.wiring().risk().reduceByCommand("repair by command");
        List<IntentOutcome> ends = new ArrayList<>();
        try {
            OnChainParts parts = session.parts();
            parts.recovery().closeOpenIntents();
            Observation now = session.observe();
            parts.upkeep().open(now);
            parts.reconciler().accept(parts.reconciler().look(now), now, takenOut);
            ends.addAll(parts.allowances()
                    .atRest("repair-" + now.market().block().number())
                    .revoked());
            Observation last = session.observe();
            parts.upkeep().forgive(last);
            boolean equal = parts.reconciler().check(last);
            boolean complete = equal
                    && session.log().state().open().isEmpty()
                    && ends.stream().allMatch(IntentOutcome::filled);
            return new CommandResult(
                    ends, complete, parts.reconciler().look(last).lines());
        } finally {
            session.wiring().risk().halt("repaired by command");
        }
    }
}
