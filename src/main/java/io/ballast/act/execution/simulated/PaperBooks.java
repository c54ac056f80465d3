package io.ballast.act.execution.simulated;

import io.ballast.act.execution.Bookkeeping;
import io.ballast.act.execution.Reconciler;
import io.ballast.sense.market.Observation;

/** Books on paper: nobody but the agent moves anything. */
public final class PaperBooks implements Bookkeeping {
    private final Reconciler reconciler;

    public PaperBooks(Reconciler reconciler) {
        this.reconciler = reconciler;
    }

    @Override
    public void open(Observation seen) {
        reconciler.open(seen);
    }

    @Override
    public Observation before(Observation seen) {
        return seen;
    }

    @Override
    public void check(Observation seen) {
        reconciler.check(seen);
    }

    @Override
    public String remarks() {
        return "";
    }
}
