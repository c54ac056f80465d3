package io.ballast.lab.data;

import io.ballast.base.config.Check;
import io.ballast.base.config.Checked;
import io.ballast.base.config.Key;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How to read a file whose columns do not say it themselves: {@code ballast data import --mapping FILE.yaml}. */
public record ImportMapping(
        @Key(value = "Version of this form.", required = true, min = 1, max = 1)
        int schema,

        @Key("Names of the columns, in order, of a file without a header line.")
        List<String> columns,

        @Key("Column of the time.") Optional<String> time,

        @Key(value = "Whether the time is that of a bar's open or of its close.", defaultsTo = "open")
        Marks marks,

        @Key("Column of the opening price.") Optional<String> open,
        @Key("Column of the highest price.") Optional<String> high,
        @Key("Column of the lowest price.") Optional<String> low,

        @Key("Column of the closing price; alone, it stands for all four.")
        Optional<String> close,

        @Key("Column of the volume in units of the base.") Optional<String> volume,

        @Key(value = "What parts whole from fraction.", defaultsTo = "point")
        Decimal decimal,

        @Key("Distance from bar to bar; without it the first rows tell.")
        Optional<Duration> timeframe,

        @Key("Pool whose ticks the file holds, in place of prices.")
        Optional<PoolTokens> pool)
        implements Checked {

    /** For files that say everything themselves. */
    public static final ImportMapping NONE = new ImportMapping(
            1,
            List.of(),
            Optional.empty(),
            Marks.OPEN,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Decimal.POINT,
            Optional.empty(),
            Optional.empty());

    /** Which end of its bar a time is. */
    public enum Marks {
        OPEN,
        CLOSE
    }

    /** What parts whole from fraction. */
    public enum Decimal {
        POINT,
        COMMA
    }

    /** Which of a pool's tokens is priced in the other. */
    public enum Priced {
        TOKEN0,
        TOKEN1
    }

    /** What ticks mean in whole tokens. */
    public record PoolTokens(
            @Key(value = "Decimals of token0.", required = true, max = 36)
            int decimals0,

            @Key(value = "Decimals of token1.", required = true, max = 36)
            int decimals1,

            @Key(value = "The token whose price the bars are, in units of the other.", required = true)
            Priced priced) {}

    public ImportMapping {
        columns = List.copyOf(columns);
    }

    @Override
    public void check(Check check) {
        if (columns.stream().distinct().count() < columns.size()) {
            check.problem("columns", "names a column twice");
        }
        if (marks == Marks.CLOSE && timeframe.isEmpty() && check.clean("timeframe")) {
            check.problem(
                    "timeframe", "is missing, and without it the time of a close does not tell when the bar began");
        }
        if (timeframe.isPresent() && !SeriesKey.isWhole(timeframe.get())) {
            check.problem("timeframe", "is not a whole number of seconds above zero");
        }
    }

    /** The same over another timeframe. */
    public ImportMapping every(Duration step) {
        return new ImportMapping(
                schema, columns, time, marks, open, high, low, close, volume, decimal, Optional.of(step), pool);
    }

    /** The same with one column as the close, and as the other prices where nothing names them. */
    public ImportMapping closing(String column) {
        Optional<String> name = Optional.of(column);
        return new ImportMapping(
                schema, columns, time, marks, name, name, name, name, Optional.empty(), decimal, timeframe, pool);
    }
}
