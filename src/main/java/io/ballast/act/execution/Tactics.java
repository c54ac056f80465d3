package io.ballast.act.execution;

import java.util.Optional;

/**
 * Decides what is done about a transaction that is not in a block. Pure.
 *
 * <p>Where paying more helps, the offer is raised; elsewhere the same bytes are sent until the deadline. A call that is late or
 * forbidden is cancelled on every chain, also where the first comes first: there a cancellation does not overtake the call, but
 * one of the two will use the nonce up, and only then is it certain that the other never will. Waiting for a sequencer to forget
 * the bytes is never certain, and a swap past its deadline reverts at our cost while an approval without one would stand.
 */
final class Tactics {
    private final FeeRules fees;
    private final SubmissionPolicy policy;

    Tactics(FeeRules fees, SubmissionPolicy policy) {
        this.fees = fees;
        this.policy = policy;
    }

    Move next(Outlook view) {
        if (view.forbidden()) {
            return view.last()
                    .raised(view.head(), fees.ceiling())
                    .<Move>map(Move.Cancel::new)
                    .orElseGet(() -> patience(view));
        }
        if (view.due()) {
            return new Move.Send();
        }
        return raise(view).orElseGet(() -> patience(view));
    }

    private Optional<Move> raise(Outlook view) {
        if (!pressing(view)) {
            return Optional.empty();
        }
        return view.cancelling()
                ? view.last().raised(view.head(), fees.ceiling()).map(Move.Cancel::new)
                : view.last().raised(view.head(), fees.ceilingFor(view.first())).map(Move.Replace::new);
    }

    private boolean pressing(Outlook view) {
        boolean stuck = view.outbid() || view.last().isBelow(view.head());
        boolean slow = fees.replaceable() && view.since() >= fees.after();
        boolean allowed = view.cancelling() || (fees.replaceable() && view.replacements() < fees.most());
        return allowed && view.since() >= 1 && (stuck || slow);
    }

    private Move patience(Outlook view) {
        if (view.overdue() >= policy.giveUpAfter()) {
            return new Move.GiveUp("not mined after " + policy.giveUpAfter() + " heads past its time");
        }
        boolean again = view.due() || view.since() % policy.resendEvery() == 0;
        return again && !view.forbidden() ? new Move.Send() : new Move.Wait();
    }
}
