package io.ballast.base.metric;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Returns of calendar months, UTC; the first and the last may be parts of months.
 *
 * @param months return of each month in which a period ended
 */
public record MonthlyReturns(SortedMap<YearMonth, Double> months) {

    /**
     * A period counts for the month it ended in; one that ends at midnight on the first counts for the month before.
     *
     * @param ends of the periods, rising
     * @throws IllegalArgumentException if there is not one for each return
     */
    public static MonthlyReturns of(ReturnSeries returns, List<Instant> ends) {
        if (ends.size() != returns.size()) {
            throw new IllegalArgumentException(ends.size() + " times for " + returns.size() + " returns");
        }
        SortedMap<YearMonth, Double> months = new TreeMap<>();
        for (int i = 0; i < ends.size(); i++) {
            YearMonth month = YearMonth.from(ends.get(i).minusNanos(1).atOffset(ZoneOffset.UTC));
            double before = months.getOrDefault(month, 0.0);
            months.put(month, (1 + before) * (1 + returns.at(i)) - 1);
        }
        return new MonthlyReturns(months);
    }
}
