package io.ballast.lab.backtest.scenario;

import io.ballast.base.config.Check;
import io.ballast.base.config.Checked;
import io.ballast.base.config.Key;
import io.ballast.base.config.Symbol;
import io.ballast.base.units.Bps;
import io.ballast.lab.data.SeriesName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where a backtest's market comes from. */
public record DataFile(
        @Key("Bars of prices.") PricesFile prices,
        @Key("Recorded events of pools, for model events.") Optional<PoolsFile> pools) {

    /** Bars. */
    public record PricesFile(
            @Key(value = "Folder that `ballast data import` filled.", defaultsTo = "data/prices")
            Path store,

            @Key("Length of a bar; the strategy's timeframe if left out, and never another.")
            Optional<Duration> timeframe,

            @Key("Series of the store by token, in US dollars; what is left out is TOKEN-CASH, and 1 USD for the cash"
                    + " itself.")
            Map<Symbol, SeriesName> series,

            @Key("Series of the store by token that hold market capitalisations in US dollars, of bars of any length: all tokens but"
                    + " cash, for the baseline that is weighted by them.")
            Map<Symbol, SeriesName> capitalisation,

            @Key("CSV files of bars by token, in US dollars, instead of a store: for model proportional and --engine kernel.")
            Map<Symbol, Path> csv,

            @Key("Made-up prices instead of a store: for trying things out, never evidence.")
            Optional<SyntheticFile> synthetic)
            implements Checked {
        @Override
        public void check(Check check) {
            for (String key : new String[] {"store", "capitalisation"}) {
                if (synthetic.isPresent() && check.given(key)) {
                    check.problem(key, "has no meaning beside synthetic");
                }
            }
            for (String key : new String[] {"store", "series", "capitalisation", "synthetic"}) {
                if (!csv.isEmpty() && check.given(key)) {
                    check.problem(key, "has no meaning beside csv");
                }
            }
        }
    }

    /** A random walk for each token, one step a bar. */
    public record SyntheticFile(
            @Key(value = "Price of each token at the start, in US dollars.", required = true)
            Map<Symbol, Amount> start,

            @Key(value = "Standard deviation of a year's log return.", defaultsTo = "60%")
            Bps volatility,

            @Key(value = "Correlation of any two tokens.", defaultsTo = "60%")
            Bps correlation) {}

    /** Events. */
    public record PoolsFile(
            @Key(
                    value = "Folder that `ballast data download` filled, or the recording of `ballast demo --record`,"
                            + " whose own transactions are taken out.",
                    defaultsTo = "data/pools")
            Path store,

            @Key("Addresses of the pools that are traded in; all of the strategy's if left out.")
            List<PoolText> only) {}
}
