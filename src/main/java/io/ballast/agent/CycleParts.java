package io.ballast.agent;

import io.ballast.act.execution.AllowanceGuard;
import io.ballast.act.execution.Bookkeeping;
import io.ballast.act.execution.Executor;
import io.ballast.act.execution.Logbook;
import io.ballast.act.execution.Retries;
import io.ballast.act.execution.RiskDesk;
import io.ballast.act.journal.SessionStarted;
import io.ballast.base.units.Hash32;
import io.ballast.sense.market.ClosedBars;
import io.ballast.think.model.ActionScorer;
import io.ballast.think.model.ScorerInfo;
import io.ballast.think.strategy.PolicyThresholds;
import io.ballast.think.strategy.ScorerChoice.ModelChoice;
import io.ballast.think.strategy.ScorerChoice.Role;
import io.ballast.think.strategy.Strategy;
import java.time.InstantSource;
import java.util.Optional;

/**
 * What a decision cycle is made of, whatever world it acts in: a chain, paper or a backtest.
 *
 * @param model loaded and fit to be asked; empty leaves the decision to the rule
 * @param bars of the past
 * @param brief whether what nobody will read is neither priced nor noted: the decisions are the same
 */
record CycleParts(
        AgentConfiguration config,
        Optional<ActionScorer> model,
        Logbook log,
        RiskDesk risk,
        InstantSource clock,
        LatencyRecorder latency,
        ClosedBars bars,
        boolean brief) {
    /**
     * Over the scorer's horizon: any edge net of cost counts. The quantiles are of the candidate's own growth, which a falling
     * market makes negative for the way out too, so their floors only catch what no rebalancing should face.
     */
    private static final PolicyThresholds THRESHOLDS = new PolicyThresholds(0, -1_000, 2_000);

    DecisionCycle cycle(Executor executor, Bookkeeping books, AllowanceGuard allowances) {
        String sha256 = model.map(scorer -> scorer.info().sha256()).orElse("");
        DecisionLog decisions = new DecisionLog(log, config.hash(), sha256, brief);
        Decider decider = decider();
        return new DecisionCycle(
                executor,
                window(),
                decider,
                decisions,
                config.settings().mode() == Mode.SHADOW
                        ? Optional.empty()
                        : Optional.of(new Rebalance(
                                executor,
                                decider,
                                decisions,
                                risk,
                                strategy(),
                                allowances,
                                new Retries(config.settings().sending().retries()))),
                books,
                risk,
                clock,
                latency,
                config.settings().tip());
    }

    /**
     * A session that begins.
     *
     * @param insteadOf hash of the configuration that the journal knows, where a person accepted this one
     * @param genesis of the chain
     */
    SessionStarted session(String what, Optional<Hash32> insteadOf, Hash32 genesis) {
        Optional<ScorerInfo> info = model.map(ActionScorer::info);
        return new SessionStarted(
                what,
                config.universe().chainId(),
                config.settings().owner(),
                Version.text(),
                config.hash(),
                config.files(),
                insteadOf,
                info.map(ScorerInfo::name).orElse(""),
                info.map(ScorerInfo::sha256).orElse(""),
                genesis);
    }

    private Decider decider() {
        Role role = strategy().scorer().model().map(ModelChoice::role).orElse(Role.VETO);
        return new Decider(
                strategy().targets(),
                strategy().actionRules(config.settings().tip()),
                strategy().decides(),
                model,
                role,
                THRESHOLDS,
                brief);
    }

    private BarWindow window() {
        ActionScorer rule = strategy().decides();
        int asked = Math.max(rule.menu().bars(), rule.info().window());
        int bars = model.map(
                        scorer -> Math.max(scorer.menu().bars(), scorer.info().window()))
                .map(more -> Math.max(asked, more))
                .orElse(Math.max(1, asked));
        return new BarWindow(this.bars, bars, strategy().timeframe());
    }

    private Strategy strategy() {
        return config.strategy();
    }
}
