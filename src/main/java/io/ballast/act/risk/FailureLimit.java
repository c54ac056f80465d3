package io.ballast.act.risk;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Too many transactions in a row that came to nothing: something is wrong that the agent does not understand. */
record FailureLimit(int max, Optional<Duration> pause) implements Limit {
    @Override
    public LimitCode code() {
        return LimitCode.FAILURES_EXCEED_MAX;
    }

    @Override
    public LimitCheck check(Question question) {
        Failures failures = question.state().watch().failures();
        LimitCheck check = of(failures);
        if (check.passed()) {
            return check;
        }
        Instant now = question.situation().time();
        return pause.filter(wait -> !failures.last().plus(wait).isAfter(now))
                .map(wait ->
                        LimitCheck.pass(code(), check.figures() + ", the last " + wait.toSeconds() + " s ago or more"))
                .orElse(check);
    }

    /** Why trading must halt; empty while it need not. */
    Optional<String> halts(RiskState state) {
        if (pause.isPresent() || state.watch().failures().count() <= max) {
            return Optional.empty();
        }
        return Optional.of(of(state.watch().failures()).figures() + " in a row");
    }

    private LimitCheck of(Failures failures) {
        return LimitCheck.atMost(
                code(), BigDecimal.valueOf(failures.count()), BigDecimal.valueOf(max), BigDecimal::toPlainString);
    }
}
