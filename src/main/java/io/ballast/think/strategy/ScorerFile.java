package io.ballast.think.strategy;

import io.ballast.base.config.Check;
import io.ballast.base.config.Checked;
import io.ballast.base.config.Key;
import io.ballast.base.config.Name;
import io.ballast.base.config.Sha256;
import io.ballast.base.config.Spelled;
import io.ballast.think.strategy.ScorerChoice.Means;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Who scores. */
public record ScorerFile(
        @Key(value = "A trained model, or a rule.", required = true)
        Kind type,

        @Key("Name of the model, a folder of the models' directory.")
        Optional<Name> model,

        @Key("SHA-256 of the model's card; another file is refused.")
        Optional<Sha256> sha256,

        @Key(
                "veto (if left out) lets the fallback's action through or not; rank chooses, only after the model passed its gate.")
        Optional<ScorerChoice.Role> role,

        @Key("Time since training after which the fallback decides alone.")
        Optional<Duration> maxAge,

        @Key("Rule that proposes, and decides alone when there is doubt about the model; band if left out.")
        Optional<Kind> fallback,

        @Key(
                value =
                        "banded: where it pays, outside of the no-trade band; full: all the way at every decision, whatever it"
                                + " costs.",
                defaultsTo = "banded")
        ScorerChoice.Moves moves,

        @Key(value = "Bars of the shorter mean; sma-cross only, 8 if left out.", min = 1, max = 10_000)
        Optional<Integer> fast,

        @Key(value = "Bars of the longer mean; sma-cross only, 24 if left out.", min = 2, max = 10_000)
        Optional<Integer> slow)
        implements Checked {
    private static final int FAST = 8;
    private static final int SLOW = 24;

    /** Kinds of scorer. */
    public enum Kind {
        MODEL,
        BAND,
        @Spelled("equal-weight")
        EQUAL_WEIGHT,
        MOMENTUM,
        @Spelled("sma-cross")
        SMA_CROSS,
        @Spelled("inverse-volatility")
        INVERSE_VOLATILITY;

        /** As the rules are called. */
        String rule() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    @Override
    public void check(Check check) {
        if (fallback.filter(f -> f == Kind.MODEL).isPresent()) {
            check.problem("fallback", "is a model, expected a rule");
        }
        if (maxAge.filter(Duration::isZero).isPresent()) {
            check.problem("max_age", "is zero, so no model would ever be fresh");
        }
        if (type == Kind.MODEL && check.clean("type")) {
            requireModel(check);
        }
        if (type != Kind.MODEL) {
            refuseModelKeys(check);
        }
        if (check.clean("type")) {
            checkRule(check);
        }
    }

    private void checkRule(Check check) {
        if (type == Kind.MODEL && moves == ScorerChoice.Moves.FULL) {
            check.problem("moves", "is full, expected banded with a model, which weighs what a move costs");
        }
        for (String key : List.of("fast", "slow")) {
            if (type != Kind.SMA_CROSS && check.given(key)) {
                check.problem(key, "has no meaning with " + type.rule() + ", expected it only with type: sma-cross");
            }
        }
        Means means = means();
        if (type == Kind.SMA_CROSS && means.fast() >= means.slow() && check.clean("fast") && check.clean("slow")) {
            check.problem(
                    check.given("fast") ? "fast" : "slow",
                    "the shorter mean has " + means.fast() + " bars, the longer one " + means.slow());
        }
    }

    private Means means() {
        return new Means(fast.orElse(FAST), slow.orElse(SLOW));
    }

    private void requireModel(Check check) {
        if (model.isEmpty() && check.clean("model")) {
            check.problem("model", "missing, expected the name of a model, since type is model");
        }
        if (sha256.isEmpty() && check.clean("sha256")) {
            check.problem("sha256", "missing, expected the SHA-256 of the model's card (see: models show)");
        }
    }

    private void refuseModelKeys(Check check) {
        for (String key : List.of("model", "sha256", "role", "max_age", "fallback")) {
            if (check.given(key)) {
                check.problem(key, "has no meaning with a rule, expected it only with type: model");
            }
        }
    }

    /** Of a file without problems. */
    ScorerChoice choice() {
        if (type != Kind.MODEL) {
            return new ScorerChoice(
                    type.rule(),
                    Optional.empty(),
                    moves,
                    type == Kind.SMA_CROSS ? Optional.of(means()) : Optional.empty());
        }
        return new ScorerChoice(
                fallback.orElse(Kind.BAND).rule(),
                Optional.of(new ScorerChoice.ModelChoice(
                        model.orElseThrow().text(),
                        sha256.orElseThrow().text(),
                        role.orElse(ScorerChoice.Role.VETO),
                        maxAge.orElse(Duration.ZERO))));
    }
}
