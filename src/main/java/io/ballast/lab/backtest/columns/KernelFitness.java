package io.ballast.lab.backtest.columns;

import io.ballast.base.units.Token;
import io.ballast.lab.backtest.kernel.Charging;
import io.ballast.lab.backtest.scenario.Fills;
import io.ballast.lab.backtest.scenario.Scenario;
import io.ballast.think.strategy.Allocation;
import io.ballast.think.strategy.ScorerChoice;
import io.ballast.think.strategy.Strategy;
import java.util.ArrayList;
import java.util.List;

/** Whether the kernel does what a scenario asks for: what it would leave out is refused, never ignored. */
record KernelFitness(Scenario scenario) {
    private static final int WHOLE = 10_000;

    /** @throws UnfitForKernelException naming all that it cannot do */
    void require() {
        List<String> reasons = new ArrayList<>();
        if (!(scenario.fills() instanceof Fills.Proportional)) {
            reasons.add("fills.model: pools are moved by the full cycle alone, expected proportional");
        }
        Strategy strategy = scenario.agent().strategy();
        scorer(strategy.scorer(), reasons);
        moves(strategy, reasons);
        weights(strategy, reasons);
        start(strategy.cash(), reasons);
        if (!reasons.isEmpty()) {
            throw new UnfitForKernelException(reasons);
        }
    }

    private static void scorer(ScorerChoice scorer, List<String> reasons) {
        if (scorer.model().isPresent()) {
            reasons.add("scorer.type: is a model, expected band or sma-cross");
        } else if (!scorer.rule().equals("band") && !scorer.rule().equals("sma-cross")) {
            reasons.add("scorer.type: is " + scorer.rule() + ", expected band or sma-cross");
        }
        if (scorer.moves() != ScorerChoice.Moves.FULL) {
            reasons.add("scorer.moves: is banded, expected full: the kernel asks no band");
        }
    }

    private static void moves(Strategy strategy, List<String> reasons) {
        if (strategy.steps().size() != 1 || strategy.steps().getFirst().value() != WHOLE) {
            reasons.add("rebalance.steps: expected [100%]: the kernel goes all the way");
        }
        if (strategy.minTrade().isPositive()) {
            reasons.add("rebalance.min_trade: is " + strategy.minTrade()
                    + ", expected 0 USD: the kernel trades any amount");
        }
        if (!strategy.cooldown().isZero()) {
            reasons.add("protections: have a cooldown, which the kernel does not keep");
        }
    }

    /** What the cycle does with several weights at a cost of their own follows no formula: it trades before it knows what is left. */
    private void weights(Strategy strategy, List<String> reasons) {
        boolean one = strategy.allocations().stream()
                .anyMatch(
                        each -> each.target().value() == WHOLE && !each.token().equals(strategy.cash()));
        if (strategy.scorer().rule().equals("sma-cross")) {
            if (!one || strategy.allocations().stream().anyMatch(each -> bounded(each, strategy.cash()))) {
                reasons.add("universe: expected one token at 100% and no bounds: the kernel crosses means of one");
            }
        } else if (!one
                && scenario.fills() instanceof Fills.Proportional flat
                && flat.cost().value() > 0) {
            costs(flat, strategy, reasons);
        }
    }

    private static void costs(Fills.Proportional flat, Strategy strategy, List<String> reasons) {
        if (flat.charging() == Charging.SELF_FINANCING) {
            reasons.add("fills.charging: is self_financing, expected before_weighting with several weights");
        }
        strategy.allocations().stream()
                .filter(each ->
                        each.token().equals(strategy.cash()) && each.target().value() > 0)
                .forEach(
                        each -> reasons.add(
                                "universe." + each.token()
                                        + ": is cash with a weight, whose moves cost too, expected a target of 0% where there is a cost"));
    }

    private static boolean bounded(Allocation each, Token cash) {
        return each.min().value() > 0
                || (each.token().equals(cash) && each.max().value() < WHOLE);
    }

    private void start(Token cash, List<String> reasons) {
        boolean other = scenario.start().stream()
                .anyMatch(amount -> !amount.isZero() && !amount.token().equals(cash));
        if (other) {
            reasons.add("start: holds more than cash, expected " + cash + " alone: the kernel begins with cash");
        }
    }
}
