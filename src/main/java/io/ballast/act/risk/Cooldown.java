package io.ballast.act.risk;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;

/** A pause between the swaps of one decision and the next decision. Forced reductions do not wait. */
record Cooldown(Duration pause) implements Limit {
    @Override
    public LimitCode code() {
        return LimitCode.COOLDOWN_ACTIVE;
    }

    @Override
    public LimitCheck check(Question question) {
        if (question.state().trading() == TradingState.REDUCING) {
            return LimitCheck.pass(code(), "not while reducing");
        }
        String decision = question.transaction().decisionId();
        Instant now = question.situation().time();
        return question.spends(pause)
                .filter(spend -> spend.swap() && !spend.decisionId().equals(decision))
                .map(Spend::at)
                .max(Comparator.naturalOrder())
                .map(last -> LimitCheck.refuse(
                        code(), "last trade " + Duration.between(last, now).toSeconds() + " s ago < " + words()))
                .orElseGet(() -> LimitCheck.pass(code(), "no other decision traded within " + words()));
    }

    private String words() {
        return pause.toSeconds() + " s";
    }
}
