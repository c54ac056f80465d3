package io.ballast.act.execution;

import io.ballast.act.journal.GateJudged;
import io.ballast.act.journal.Halted;
import io.ballast.act.journal.RiskChanged;
import io.ballast.act.risk.Assessment;
import io.ballast.act.risk.LimitCheck;
import io.ballast.act.risk.ProposedTransaction;
import io.ballast.act.risk.RiskGate;
import io.ballast.act.risk.RiskState;
import io.ballast.act.risk.Situation;
import io.ballast.act.risk.TradingState;
import io.ballast.base.units.Usd;
import io.ballast.base.units.Wei;
import io.ballast.think.action.Ceiling;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The gate with its memory: every verdict and every change of the memory is durable before the answer is given, so that a
 * limit survives a crash between the verdict and the signature. Used by one thread.
 */
public final class RiskDesk {
    private final RiskGate gate;
    private final Logbook log;
    private final Supplier<Optional<String>> stopped;
    private RiskState state;
    private Usd coinPrice = Usd.ZERO;
    private List<LimitCheck> lastChecks = List.of();

    /** Takes the memory up where the journal left it. */
    public RiskDesk(RiskGate gate, Logbook log) {
        this(gate, log, Optional::empty);
    }

    /** @param stopped the kill switch: what it says halts the gate when it is next asked, and is then in the journal too */
    public RiskDesk(RiskGate gate, Logbook log, Supplier<Optional<String>> stopped) {
        this.gate = gate;
        this.log = log;
        this.stopped = stopped;
        this.state = log.state().risk().orElse(RiskState.INITIAL);
    }

    public RiskState state() {
        return state;
    }

    /** Verdicts on the last transaction that asked; empty before the first. */
    public List<LimitCheck> lastChecks() {
        return lastChecks;
    }

    /** Looks at a new block: high-water mark, drawdown, windows. */
    public void observe(Situation situation) {
        stopped.get().ifPresent(this::halt);
        coinPrice = situation.coinPrice();
        change(
                gate.observe(perUnit(situation), state),
                "block " + situation.block().number());
    }

    /** How much the next decision may trade. */
    public Ceiling ceiling(Situation situation) {
        return gate.ceiling(perUnit(situation), state);
    }

    /** Judges one transaction; an allowed one is counted from now on. */
    public Assessment judge(ProposedTransaction transaction, Situation situation) {
        stopped.get().ifPresent(this::halt);
        coinPrice = situation.coinPrice();
        Assessment assessment = gate.assess(transaction, perUnit(situation), state);
        lastChecks = assessment.checks();
        log.append(new GateJudged(transaction.intentId(), assessment.checks()));
        change(assessment.next(), transaction.intentId());
        return assessment;
    }

    /** Replaces the worst-case gas of a mined intent by what it cost. */
    public void settle(String intentId, Wei fee) {
        change(state.settle(intentId, fee.at(coinPrice)), intentId);
    }

    /** Forgets an intent that can never be mined. */
    public void release(String intentId) {
        change(state.release(intentId), intentId);
    }

    /**
     * A person lets trading go on and accepts losses so far: loss limits count from the next block anew.
     *
     * @param who what the journal names as the cause
     */
    public void resume(String who) {
        change(state.resume(Usd.ZERO), who);
    }

    /** A person wants to sell: what buys cash passes, whatever the state was before. */
    public void reduceByCommand(String why) {
        change(state.reduceByCommand(why), why);
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
        if (next.equals(state)) {
            return;
        }
        boolean halts = next.trading() == TradingState.HALTED && state.trading() != TradingState.HALTED;
        log.append(new RiskChanged(next, cause));
        state = next;
        if (halts) {
            log.append(new Halted(next.reason()));
        }
    }
}
