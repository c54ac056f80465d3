package io.ballast.lab.backtest.scenario;

import io.ballast.base.config.Check;
import io.ballast.base.config.Checked;
import io.ballast.base.config.Key;
import io.ballast.base.config.Name;
import io.ballast.base.config.Symbol;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What somebody writes who backtests a strategy. Relative paths start at the folder that the file's own folder lies in. */
public record ScenarioFile(
        @Key(value = "Version of this form.", required = true, min = 1, max = 1)
        int schema,

        @Key(value = "Name of the strategy, a file of the strategies' folder.", required = true)
        Name strategy,

        @Key(value = "Days that are traded on, in UTC; the second is not included.", required = true)
        Period period,

        @Key(value = "What the account holds at the start, in whole tokens.", required = true)
        Map<Symbol, Amount> start,

        @Key("Where prices and pools come from.") DataFile data,

        @Key(value = "How orders are filled.", required = true)
        FillsFile fills,

        @Key("An agent's file, whose limits apply; the conservative preset for the value at the start if left out.")
        Optional<Path> risk,

        @Key(value = "What the result is compared with.", defaultsTo = "hold, equal-weight, band, inverse-volatility")
        List<Name> baselines,

        @Key("Where chance comes from.") SeedsFile seeds)
        implements Checked {

    /** Seeds of chance. */
    public record SeedsFile(
            @Key(value = "Of prices that are made up, and of resampling.", defaultsTo = "1")
            long simulation) {}

    @Override
    public void check(Check check) {
        boolean nothing =
                start.values().stream().allMatch(amount -> amount.whole().signum() == 0);
        if (nothing && check.clean("start")) {
            check.problem("start", "is nothing, expected an amount of at least one token");
        }
        if (!check.clean("fills") || !check.clean("data")) {
            return;
        }
        if (!data.prices().csv().isEmpty() && fills.model() != FillsFile.Model.PROPORTIONAL) {
            check.problem("data.prices.csv", "has no meaning with this model, expected it only with model: proportional");
        }
        boolean events = fills.model() == FillsFile.Model.EVENTS;
        if (events && data.pools().isEmpty()) {
            check.problem("data.pools", "missing, model events replays what was recorded of pools");
        }
        if (events && check.given("data.prices")) {
            check.problem("data.prices", "has no meaning with model: events, whose prices are the recorded pools'");
        }
        if (!events && data.pools().isPresent()) {
            check.problem("data.pools", "has no meaning with this model, expected it only with model: events");
        }
    }
}
