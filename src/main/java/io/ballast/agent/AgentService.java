package io.ballast.agent;

import io.ballast.act.execution.Executor;
import io.ballast.act.execution.Logbook;
import io.ballast.act.execution.Reconciler;
import io.ballast.act.execution.Recovery;
import io.ballast.act.execution.RiskDesk;
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
    private final Reconciler reconciler;
    private final DecisionCycle cycle;
    private final RiskDesk risk;
    private final Logbook log;
    private final AutoCloseable resources;
    private boolean started;

    /**
     * @param recovery absent on paper, where nothing can be left open
     * @param resources closed last
     */
    public AgentService(
            SessionStarted session,
            Executor executor,
            Optional<Recovery> recovery,
            Reconciler reconciler,
            DecisionCycle cycle,
            RiskDesk risk,
            Logbook log,
            AutoCloseable resources) {
        this.session = session;
        this.executor = executor;
        this.recovery = recovery;
        this.reconciler = reconciler;
        this.cycle = cycle;
        this.risk = risk;
        this.log = log;
        this.resources = resources;
    }

    /** Recovers, opens or checks the books. Must come before the first cycle. */
    public void start() {
        log.append(session);
        recovery.ifPresent(Recovery::closeOpenIntents);
        Observation seen = executor.observe();
        reconciler.open(seen);
        recovery.ifPresent(left -> left.revokeAllowances(executor, seen));
        reconciler.check(executor.observe());
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
        try {
            return Optional.of(cycle.run());
        } catch (ChainException e) {
            LOG.warn("no decision: {} {}", e.kind(), e.getMessage());
            return Optional.empty();
        }
    }

    public RiskDesk risk() {
        return risk;
    }

    public Logbook log() {
        return log;
    }

    /** Ends the session in the journal and lets go of everything. */
    @Override
    public void close() throws Exception {
        try {
            if (started) {
                log.append(new SessionEnded("stopped"));
            }
        } finally {
            resources.close();
        }
    }
}
