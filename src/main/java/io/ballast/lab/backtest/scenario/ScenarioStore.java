package io.ballast.lab.backtest.scenario;

import io.ballast.base.config.Bound;
import io.ballast.base.config.Problems;
import io.ballast.base.units.Token;
import io.ballast.lab.data.Extent;
import io.ballast.lab.data.HistoryStore;
import io.ballast.lab.data.SeriesKey;
import io.ballast.lab.data.SeriesName;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Whether the store holds what a scenario runs over: every series, in bars of the strategy's length, over all of the period. */
record ScenarioStore(Bound<ScenarioFile> file, HistoryStore store, Problems problems) {
    private static final Duration SLACK = Duration.ofDays(1);
    private static final int MOST_NAMED = 12;

    void check(Scenario scenario) {
        Duration timeframe = scenario.agent().strategy().timeframe();
        scenario.series().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(Token::symbol)))
                .forEach(entry -> check(entry.getKey(), new SeriesKey(entry.getValue(), timeframe)));
    }

    private void check(Token token, SeriesKey key) {
        List<SeriesKey> all = store.list();
        if (all.contains(key)) {
            checkPeriod(token, key);
            return;
        }
        String others = all.stream()
                .filter(other -> other.name().equals(key.name()))
                .map(SeriesKey::toString)
                .collect(Collectors.joining(", "));
        file.problem(
                problems,
                path(token),
                others.isEmpty()
                        ? store.root() + " has no " + key + names(all)
                        : store.root() + " has " + others + ", expected the strategy's bars: " + key);
    }

    private static String names(List<SeriesKey> all) {
        if (all.isEmpty()) {
            return " and is empty: fill it by 'ballast data import'";
        }
        return ", only "
                + all.stream()
                        .map(SeriesKey::name)
                        .distinct()
                        .limit(MOST_NAMED)
                        .map(SeriesName::text)
                        .collect(Collectors.joining(", "));
    }

    private void checkPeriod(Token token, SeriesKey key) {
        Extent extent = store.extent(key);
        Instant end = extent.last().plus(key.timeframe());
        Period period = file.value().period();
        if (extent.first().isAfter(period.start().plus(SLACK))) {
            file.problem(problems, path(token), "begins on " + extent.first() + ", after the period: " + key);
        } else if (end.isBefore(period.end().minus(SLACK))) {
            file.problem(problems, path(token), "ends on " + end + ", before the period does: " + key);
        }
    }

    private String path(Token token) {
        return "data.prices.series." + token;
    }
}
