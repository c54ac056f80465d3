package io.ballast.think.strategy;

import io.ballast.base.config.Check;
import io.ballast.base.config.Checked;
import io.ballast.base.config.Key;
import io.ballast.base.config.Name;
import io.ballast.base.config.Symbol;
import io.ballast.base.units.Bps;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a trader writes about one strategy. */
public record StrategyFile(
        @Key(value = "Version of this form.", required = true, min = 1, max = 1)
        int schema,

        @Key(value = "Name of the strategy, the same as its file's.", required = true)
        Name name,

        @Key(value = "Network whose file says what the symbols stand for.", required = true)
        Name network,

        @Key(value = "Currency of all limits and reports.", defaultsTo = "USD")
        BaseCurrency baseCurrency,

        @Key(value = "Token in which the strategy rests.", required = true)
        Symbol cash,

        @Key(value = "Tokens and their weights; targets sum to 100%.", required = true)
        Map<Symbol, WeightRange> universe,

        @Key(value = "Length of a bar and time between decisions, up to 30d.", required = true)
        Duration timeframe,

        @Key("When and how far to rebalance.") RebalanceFile rebalance,

        @Key(value = "Who scores what could be done.", required = true)
        ScorerFile scorer,

        @Key("How swaps are made.") ExecutionFile execution,
        @Key("Rules that stop trading for a while.") List<ProtectionFile> protections,

        @Key("Limits tighter than the agent's; looser ones are refused.")
        StrategyLimits limits)
        implements Checked {
    private static final Duration LONGEST = Duration.ofDays(30);

    /** Currencies of account. */
    public enum BaseCurrency {
        @io.ballast.base.config.Spelled("USD")
        USD
    }

    /** Where a token's weight should be and may be. */
    public record WeightRange(
            @Key(value = "Where it should be.", required = true)
            Bps target,

            @Key(value = "Lowest it may be left at.", defaultsTo = "0%")
            Bps min,

            @Key(value = "Highest it may be left at.", defaultsTo = "100%")
            Bps max)
            implements Checked {
        @Override
        public void check(Check check) {
            if (!check.clean("target")) {
                return;
            }
            if (min.compareTo(target) > 0) {
                check.problem("min", min.percent() + " is more than the target " + target.percent());
            }
            if (target.compareTo(max) > 0) {
                check.problem("max", max.percent() + " is less than the target " + target.percent());
            }
        }
    }

    @Override
    public void check(Check check) {
        if (timeframe.isZero() || timeframe.compareTo(LONGEST) > 0) {
            check.problem("timeframe", timeframe.isZero() ? "is zero, expected 1s to 30d" : "is more than 30d");
        }
        if (check.clean("universe")) {
            checkUniverse(check);
        }
        for (int i = 1; i < protections.size(); i++) {
            ProtectionFile.Method method = protections.get(i).method();
            boolean again = protections.subList(0, i).stream().anyMatch(other -> other.method() == method);
            if (again && check.clean("protections[" + i + "].method")) {
                check.problem("protections[" + i + "]", "is a protection that was given already");
            }
        }
    }

    private void checkUniverse(Check check) {
        if (universe.size() < 2) {
            check.problem("universe", "expected at least two tokens");
        }
        int sum = universe.values().stream()
                .mapToInt(range -> range.target().value())
                .sum();
        if (sum != 10_000) {
            String percent =
                    java.math.BigDecimal.valueOf(sum, 2).stripTrailingZeros().toPlainString();
            check.problem("universe", "targets sum to " + percent + "%, expected exactly 100%");
        }
        if (!universe.containsKey(cash) && check.clean("cash")) {
            check.problem("cash", "\"" + cash + "\" is not in the universe" + hint());
        }
    }

    private String hint() {
        return io.ballast.base.config.Nearest.hint(
                cash.text(), universe.keySet().stream().map(Symbol::text).toList());
    }

    /** The pause after a trade; zero if there is none. */
    public Duration cooldown() {
        return protection(ProtectionFile.Method.COOLDOWN_PERIOD)
                .map(ProtectionFile::stopDuration)
                .orElse(Duration.ZERO);
    }

    /** One of the protections, if it is asked for. */
    public Optional<ProtectionFile> protection(ProtectionFile.Method method) {
        return protections.stream().filter(rule -> rule.method() == method).findFirst();
    }
}
