package io.ballast.agent;

import io.ballast.act.execution.Comparison;
import io.ballast.act.risk.TradingState;
import io.ballast.sense.market.Observation;
import java.util.ArrayList;
import java.util.List;

/** Holds the books against the chain, and takes what is kept apart for a deposit if the trader says so. */
public final class ReconcileTask implements CommandTask {
    private final CommandSession session;
    private final boolean deposit;
    private final Observation seen;
    private final Comparison found;

    /** @param deposit whether everything that is kept apart is the trader's own */
    public ReconcileTask(CommandSession session, boolean deposit) {
        this.session = session;
        this.deposit = deposit;
        this.seen = session.observe();
        if (session.log().state().books().isEmpty()) {
            throw new CommandException(
                    "the journal knows nothing of this account: 'ballast repair' takes its books from the chain");
        }
        this.found = session.reconciler().look(seen);
    }

    @Override
    public List<String> preview() {
        List<String> lines = new ArrayList<>(found.lines());
        lines.addFirst("block " + found.chain().block().number() + ", at the confirmation depth");
        session.log()
                .state()
                .custody()
                .frozen()
                .forEach(frozen -> lines.add("frozen: " + frozen.token() + ": " + frozen.reason()));
        if (deposit) {
            lines.add("what is kept apart becomes a deposit: it is traded and counted from then on");
        }
        return lines;
    }

    @Override
    public boolean idle() {
        return false;
    }

    @Override
    public CommandResult run() {
        session.begin();
        boolean equal = session.reconciler().check(seen);
        if (deposit && equal) {
            session.reconciler().release(seen);
        }
        boolean halted = session.trading() == TradingState.HALTED;
        String line =
                (equal ? "books and chain agree to the wei" : "books and chain DIFFER") + (halted ? "; HALTED" : "");
        return new CommandResult(List.of(), equal, List.of(line));
    }
}
