package io.ballast.act.risk;

import io.ballast.base.units.Token;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Stops purchases within a pair whose swaps within the lookback have brought less than the level by now, all together. */
record LowProfitPair(Optional<TradeGuard> rule, Token cash) implements Limit {
    @Override
    public LimitCode code() {
        return LimitCode.LOW_PROFIT_PAIR;
    }

    @Override
    public LimitCheck check(Question question) {
        if (rule.isEmpty() || question.buys(cash)) {
            return LimitCheck.pass(code(), rule.isEmpty() ? "not asked for" : "buys " + cash);
        }
        TradeGuard guard = rule.get();
        Exchange own = question.exchange();
        List<Spend> swaps = question.swaps(guard.memory())
                .filter(swap -> swap.exchange().filter(own::samePair).isPresent())
                .toList();
        return guard.lastWindow(swaps, question)
                .map(last -> judged(guard, guard.window(swaps, last), question))
                .orElseGet(() -> LimitCheck.pass(code(), swaps.size() + " swaps of the pair"));
    }

    private LimitCheck judged(TradeGuard guard, List<Spend> swaps, Question question) {
        List<BigDecimal> results = swaps.stream()
                .flatMap(swap -> swap.exchange().flatMap(exchange -> exchange.result(question.situation())).stream())
                .toList();
        if (results.size() < swaps.size()) {
            return LimitCheck.refuse(code(), "the result of an earlier swap is unknown");
        }
        BigDecimal together = results.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean passed = together.compareTo(guard.level().fraction()) >= 0;
        String figures = LimitCheck.percentDown(together) + (passed ? " ≥ " : " < ")
                + LimitCheck.percent(guard.level().fraction()) + " by " + results.size() + " swaps of the pair";
        return new LimitCheck(code(), passed, figures, 0);
    }
}
