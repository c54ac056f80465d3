package io.ballast.act.risk;

import io.ballast.base.units.Token;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Stops purchases after several swaps within the lookback that have lost more than the level by now, see {@link
 * Exchange#result}. Freqtrade counts exits by stop-loss; without stop orders, what counts here is what a swap lost.
 */
record StoplossGuard(Optional<TradeGuard> rule, Token cash) implements Limit {
    @Override
    public LimitCode code() {
        return LimitCode.STOPLOSS_GUARD_ACTIVE;
    }

    @Override
    public LimitCheck check(Question question) {
        if (rule.isEmpty() || question.buys(cash)) {
            return LimitCheck.pass(code(), rule.isEmpty() ? "not asked for" : "buys " + cash);
        }
        TradeGuard guard = rule.get();
        List<Spend> swaps = question.swaps(guard.memory()).toList();
        if (swaps.stream().anyMatch(swap -> result(swap, question).isEmpty())) {
            return LimitCheck.refuse(code(), "the result of an earlier swap is unknown");
        }
        List<Spend> losers = swaps.stream()
                .filter(swap -> result(swap, question)
                                .orElseThrow()
                                .compareTo(guard.level().fraction().negate())
                        < 0)
                .toList();
        return guard.lastWindow(losers, question)
                .map(last -> LimitCheck.refuse(
                        code(), words(guard, guard.window(losers, last).size())))
                .orElseGet(() -> LimitCheck.pass(code(), losers.size() + " swaps lost too much"));
    }

    private static Optional<BigDecimal> result(Spend swap, Question question) {
        return swap.exchange().flatMap(exchange -> exchange.result(question.situation()));
    }

    private static String words(TradeGuard guard, int losers) {
        return losers + " swaps lost more than " + guard.level().percent() + " each, " + guard.tradeLimit()
                + " stop purchases for " + guard.stop().toSeconds() + " s";
    }
}
