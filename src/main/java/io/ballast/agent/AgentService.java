package io.ballast.agent;

import io.ballast.act.execution.AllowanceGuard;
import io.ballast.act.execution.Bookkeeping;
import io.ballast.act.execution.Executor;
import io.ballast.act.execution.Logbook;
import io.ballast.act.execution.Recovery;
import io.ballast.act.journal.SessionEnded;
import io.ballast.act.journal.SessionStarted;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.market.Observation;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The agent from its start to its stop: what an earlier process left open is finished first, then cycles run one at a time, and
 * at the end nothing is left standing. All methods are called by one thread at a time.
 */
public final class AgentService implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AgentService.class);
    private final SessionStarted session;
    private final Executor executor;
    private final Optional<Recovery> recovery;
    private final Bookkeeping books;
    private final AllowanceGuard allowances;
    private final DecisionCycle cycle;
    private final Logbook log;
    private boolean started;
    private boolean disturbed;

    /**
     * @param recovery absent on paper, where nothing can be left open
     */
    public AgentService(
            SessionStarted session,
            Executor executor,
            Optional<Recovery> recovery,
            Bookkeeping books,
            AllowanceGuard allowances,
            DecisionCycle cycle,
            Logbook log) {
        this.session = session;
        this.executor = executor;
        this.recovery = recovery;
        this.books = books;
        this.allowances = allowances;
        this.cycle = cycle;
        this.log = log;
    }

    /** Recovers, opens or checks the books. Must come before the first cycle. */
    public void start() {
        log.append(session);
        recovery.ifPresent(left -> left.fillGaps(executor));
        recovery.ifPresent(Recovery::closeOpenIntents);
        Observation seen = executor.observe();
        books.open(seen);
        if (recovery.isPresent()) {
            allowances.atRest("recovery-" + seen.market().block().number(), seen);
        }
        books.check(executor.observe());
        started = true;
    }

    /**
     * One decision. What the chain does not answer is held through and said; everything else that goes wrong is thrown.
     *
     * @return empty when the chain gave no usable answer before a decision was made
     */
    public Optional<CycleOutcome> cycle() {
        if (!started) {
            throw new IllegalStateException("start comes first");
        }
        Optional<CycleOutcome> outcome = decided();
        log.flush();
        return outcome;
    }

    private Optional<CycleOutcome> decided() {
        try {
            settle();
            CycleOutcome outcome = cycle.run();
            disturbed = !outcome.after().account().standing().isEmpty();
            return Optional.of(outcome);
        } catch (ChainException e) {
            disturbed = true;
            LOG.warn("no decision: {} {}", e.kind(), e.getMessage());
            return Optional.empty();
        }
    }

    /**
     * What is open ends first: nothing else gets a nonce before. A cycle that the chain's silence ended may have left an allowance
     * standing, and so may a transaction that failed.
     */
    private void settle() {
        if (recovery.isPresent() && !log.state().open().isEmpty()) {
            disturbed = true;
            recovery.get().fillGaps(executor);
            recovery.get().closeOpenIntents();
        }
        if (disturbed && recovery.isPresent()) {
            allowances
                    .atRest("disturbed-" + log.state().decisions())
                    .revoked()
                    .forEach(end -> LOG.warn("an allowance stood: {}", end.describe()));
        }
        disturbed = false;
    }

    /** Takes back what may still be taken, and ends the session in the journal. */
    @Override
    public void close() {
        if (started) {
            if (recovery.isPresent()) {
                revoke();
            }
            log.append(new SessionEnded("stopped"));
            started = false;
        }
    }

    /** At the next start it is tried again. */
    private void revoke() {
        try {
            allowances
                    .atRest("shutdown-" + log.state().decisions())
                    .revoked()
                    .forEach(end -> LOG.warn("an allowance stood at the end: {}", end.describe()));
        } catch (ChainException e) {
            LOG.warn("allowances are not known at the end: {}", e.getMessage());
        }
    }
}
