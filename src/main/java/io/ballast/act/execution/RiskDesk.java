package io.ballast.act.execution;

import io.ballast.act.journal.GateJudged;
import io.ballast.act.journal.Halted;
import io.ballast.act.journal.JournalEvent;
import io.ballast.act.journal.RiskChanged;
import io.ballast.act.risk.Assessment;
import io.ballast.act.risk.LimitCheck;
import io.ballast.act.risk.ProposedTransaction;
import io.ballast.act.risk.RiskGate;
import io.ballast.act.risk.RiskState;
import io.ballast.act.risk.Sighting;
import io.ballast.act.risk.Situation;
import io.ballast.act.risk.TradingState;
import io.ballast.base.units.Usd;
import io.ballast.base.units.Wei;
import io.ballast.sense.market.Observation;
import io.ballast.think.action.Ceiling;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The gate with its memory: every verdict and every change of the memory is durable before the answer to a transaction is given,
 * so that a limit survives a crash between the verdict and the signature. Used by one thread.
 */
public final class RiskDesk {
    private static final Logger LOG = LoggerFactory.getLogger(RiskDesk.class);
    private final RiskGate gate;
    private final Logbook log;
    private final Supplier<Optional<String>> stopped;
    private final boolean told;
    private RiskState state;
    private Usd coinPrice = Usd.ZERO;
    private Instant time = Instant.EPOCH;
    private long head;
    private List<LimitCheck> lastChecks = List.of();
    private @Nullable Seen lastSeen;
    private final List<LimitCheck> warnings = new ArrayList<>();

    /** Takes the memory up where the journal left it. */
    public RiskDesk(RiskGate gate, Logbook log) {
        this(gate, log, Optional::empty);
    }

    /** @param stopped the kill switch: what it says halts the gate when it is next asked, and is then in the journal too */
    public RiskDesk(RiskGate gate, Logbook log, Supplier<Optional<String>> stopped) {
        this(gate, log, stopped, true);
    }

    private RiskDesk(RiskGate gate, Logbook log, Supplier<Optional<String>> stopped, boolean told) {
        this.gate = gate;
        this.log = log;
        this.stopped = stopped;
        this.told = told;
        this.state = log.state().risk().orElse(RiskState.INITIAL);
    }

    /** The same without a word in the log: where nothing is at stake, limits that came near their end are told by the cycle alone. */
    public static RiskDesk quiet(RiskGate gate, Logbook log) {
        return new RiskDesk(gate, log, Optional::empty, false);
    }

    public RiskState state() {
        return state;
    }

    /** Verdicts on the last transaction that asked; empty before the first. */
    public List<LimitCheck> lastChecks() {
        return lastChecks;
    }

    /** Limits that came near their end since this was last asked, each once per crossing. */
    public List<LimitCheck> takeWarnings() {
        if (warnings.isEmpty()) {
            return List.of();
        }
        List<LimitCheck> taken = List.copyOf(warnings);
        warnings.clear();
        return taken;
    }

    private record Seen(Observation observation, Wei tip, Situation situation) {
        boolean isOf(Observation other, Wei otherTip) {
            return observation.equals(other) && tip.equals(otherTip);
        }
    }

    /**
     * The world as the gate sees it. What selling everything would leave is worked out once for one observation.
     *
     * @param tip per unit of gas for the block's producer
     */
    public Situation situation(Instant now, Observation observation, Wei tip) {
        Seen seen = lastSeen;
        if (seen == null || !seen.isOf(observation, tip)) {
            seen = new Seen(observation, tip, Situation.of(now, observation, tip));
            lastSeen = seen;
        }
        return seen.situation().at(now);
    }

    /** A name for an intent: the same with a number where one of that name is in a block already. */
    public String unused(String name) {
        return Stream.iterate(1, number -> number + 1)
                .map(number -> number == 1 ? name : name + "-" + number)
                .filter(free -> state.spends().stream()
                        .noneMatch(spend -> spend.settled() && spend.intentId().equals(free)))
                .findFirst()
                .orElseThrow();
    }

    /** Looks at a new block: high-water marks, losses, pins of code, windows. */
    public void observe(Situation situation) {
        Situation known = noted(situation);
        Sighting sighting = gate.look(known, state);
        warn(sighting.warnings());
        remember(sighting.next(), "block " + known.block().number());
    }

    /** What a block taught is durable before anything is done about it; a change of trading is at once. */
    private void remember(RiskState next, String cause) {
        if (next.trading() != state.trading()) {
            change(next, cause);
        } else {
            changes(next, cause).forEach(log::note);
            state = next;
        }
    }

    /** A newer block is known than the one decided on. */
    public void headSeen(long height) {
        head = Math.max(head, height);
    }

    private Situation noted(Situation situation) {
        stopped.get().ifPresent(this::halt);
        coinPrice = situation.coinPrice();
        time = situation.time();
        headSeen(situation.block().number());
        return perUnit(situation).under(head);
    }

    private void warn(List<LimitCheck> fresh) {
        warnings.addAll(fresh);
        fresh.stream()
                .filter(check -> told)
                .forEach(check -> LOG.warn("{} % of a limit are used: {}", check.usedPercent(), check));
    }

    /** How much the next decision may trade. */
    public Ceiling ceiling(Situation situation) {
        return gate.ceiling(perUnit(situation), state);
    }

    /** Judges one transaction; an allowed one is counted from now on. The plan and the verdict become durable together. */
    public Assessment judge(TransactionPlans plans, Situation situation) {
        ProposedTransaction transaction = plans.proposed();
        Situation known = noted(situation);
        Assessment assessment = gate.assess(transaction, known, state);
        lastChecks = assessment.checks();
        List<JournalEvent> events = new ArrayList<>();
        events.add(plans.planned());
        events.add(new GateJudged(transaction.intentId(), assessment.checks()));
        events.addAll(changes(assessment.next(), transaction.intentId()));
        log.appendAll(events);
        state = assessment.next();
        warn(assessment.warnings());
        return assessment;
    }

    /** Judges an intent that was let through once more, for other fees; if it is refused, it stays counted as it was. */
    public Assessment judgeAgain(ProposedTransaction transaction, Situation situation) {
        String intentId = transaction.intentId();
        Assessment assessment = gate.assess(transaction, noted(situation), state.release(intentId));
        lastChecks = assessment.checks();
        log.append(new GateJudged(intentId, assessment.checks()));
        warn(assessment.warnings());
        if (assessment.allowed()) {
            change(assessment.next(), intentId);
        }
        return assessment;
    }

    /** Replaces the worst-case gas of a mined intent by what it cost; one that reverted is a failure, a swap that did not ends a row of them. */
    public void mined(String intentId, Wei fee, boolean succeeded) {
        Usd gas = fee.at(coinPrice);
        change(succeeded ? state.settle(intentId, gas) : state.revert(intentId, gas, time), intentId);
    }

    /** Replaces the worst-case gas of an intent mined with success by what it cost. */
    public void settle(String intentId, Wei fee) {
        mined(intentId, fee, true);
    }

    /** Forgets an intent that can never be mined. */
    public void release(String intentId) {
        change(state.release(intentId), intentId);
    }

    /** The same, and that is one more failure in a row. */
    public void drop(String intentId) {
        change(state.drop(intentId, time), intentId);
    }

    /** Only reductions from here on. */
    public void reduce(String reason) {
        change(state.reduce(reason), reason);
    }

    /** A person wants to sell: what buys cash passes, whatever the state was before. */
    public void reduceByCommand(String why) {
        change(state.reduceByCommand(why), why);
    }

    /** Everything is sold for cash: an exit that was under way is over, and trading is HALTED. */
    public void exited() {
        change(state.exited(), "nothing but cash is left");
    }

    /**
     * A person lets trading go on and accepts losses and failures so far: loss limits count from the next block anew.
     *
     * @param who what the journal names as the cause
     */
    public void resume(String who) {
        change(state.resume(), who);
    }

    /** Stops trading until a person releases it. */
    public void halt(String reason) {
        if (state.trading() != TradingState.HALTED) {
            change(state.halt(reason), reason);
        }
    }

    private Situation perUnit(Situation situation) {
        return situation.perUnit(log.state().custody().units());
    }

    private void change(RiskState next, String cause) {
        List<JournalEvent> events = changes(next, cause);
        if (!events.isEmpty()) {
            log.appendAll(events);
            state = next;
        }
    }

    private List<JournalEvent> changes(RiskState next, String cause) {
        if (next.equals(state)) {
            return List.of();
        }
        boolean halts = next.trading() == TradingState.HALTED && state.trading() != TradingState.HALTED;
        RiskChanged changed = new RiskChanged(next, cause);
        return halts ? List.of(changed, new Halted(next.reason())) : List.of(changed);
    }
}
