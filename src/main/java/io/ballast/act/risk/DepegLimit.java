package io.ballast.act.risk;

import io.ballast.base.units.Bps;
import io.ballast.base.units.Token;
import io.ballast.base.units.Usd;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tokens that should be worth 1 USD are, by their feeds. */
record DepegLimit(Map<Token, Bps> max) implements Limit {
    private static final Usd ONE = Usd.of(1);

    @Override
    public LimitCode code() {
        return LimitCode.DEPEG_EXCEEDS_MAX;
    }

    @Override
    public LimitCheck check(Question question) {
        return standing(question.situation());
    }

    LimitCheck standing(Situation situation) {
        if (max.isEmpty()) {
            return LimitCheck.pass(code(), "no token is pegged");
        }
        List<LimitCheck> checks = max.entrySet().stream()
                .map(entry -> check(entry.getKey(), entry.getValue(), situation))
                .toList();
        return checks.stream()
                .filter(check -> !check.passed())
                .findFirst()
                .or(() -> checks.stream().max(Comparator.comparingInt(LimitCheck::usedPercent)))
                .orElseThrow();
    }

    /** Why a token is off its peg; empty if all are on it. */
    Optional<String> broken(Situation situation) {
        for (Map.Entry<Token, Bps> entry : max.entrySet()) {
            boolean on = situation
                    .price(entry.getKey())
                    .filter(price -> away(price).compareTo(entry.getValue().fraction()) <= 0)
                    .isPresent();
            if (!on) {
                return Optional.of(standing(situation).figures());
            }
        }
        return Optional.empty();
    }

    private static BigDecimal away(Usd price) {
        return price.minus(ONE).abs().value();
    }

    private LimitCheck check(Token token, Bps allowed, Situation situation) {
        Optional<Usd> price = situation.price(token);
        if (price.isEmpty()) {
            return unpriced(token);
        }
        LimitCheck check = LimitCheck.atMost(code(), away(price.get()), allowed.fraction(), LimitCheck::bps);
        return new LimitCheck(code(), check.passed(), token + " " + check.figures(), check.usedPercent());
    }
}
