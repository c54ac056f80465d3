package io.ballast.act.risk;

import io.ballast.base.units.Token;
import io.ballast.base.units.Usd;
import io.ballast.think.portfolio.Drawdown;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Stops purchases for a while after NAV fell too far below its highest within the lookback, if there were enough swaps. */
record MaxDrawdownGuard(Optional<TradeGuard> rule, Token cash) implements Limit {
    @Override
    public LimitCode code() {
        return LimitCode.MAX_DRAWDOWN_GUARD_ACTIVE;
    }

    @Override
    public LimitCheck check(Question question) {
        if (rule.isEmpty() || question.buys(cash)) {
            return LimitCheck.pass(code(), rule.isEmpty() ? "not asked for" : "buys " + cash);
        }
        TradeGuard guard = rule.get();
        if (question.swaps(guard.memory()).count() < guard.tradeLimit()) {
            return LimitCheck.pass(code(), "fewer than " + guard.tradeLimit() + " swaps");
        }
        return LimitCheck.atMost(code(), deepest(guard, question), guard.level().fraction(), LimitCheck::percent);
    }

    /** The deepest fall that is still of effect: at any time since {@code stop} ago, below the highest up to then. */
    private static BigDecimal deepest(TradeGuard guard, Question question) {
        Situation situation = question.situation();
        Instant now = situation.time();
        List<NavSample> samples = Stream.concat(
                        question.state().samples().stream(),
                        Stream.of(new NavSample(now, situation.nav(), situation.nav())))
                .toList();
        return samples.stream()
                .filter(sample -> sample.at().plus(guard.stop()).isAfter(now)
                        || sample.at().equals(now))
                .map(sample -> new Drawdown(highest(samples, sample, guard)).at(sample.nav()))
                .reduce(BigDecimal.ZERO, BigDecimal::max);
    }

    private static Usd highest(List<NavSample> samples, NavSample last, TradeGuard guard) {
        return samples.stream()
                .filter(sample -> !sample.at().isAfter(last.at()))
                .filter(sample -> !sample.at().isBefore(last.at().minus(guard.lookback())))
                .map(NavSample::nav)
                .reduce(last.nav(), Usd::max);
    }
}
