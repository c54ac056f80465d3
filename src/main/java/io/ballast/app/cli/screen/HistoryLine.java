package io.ballast.app.cli.screen;

import io.ballast.lab.data.Extent;
import io.ballast.lab.data.SeriesKey;
import io.ballast.lab.data.quality.Quality;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * One series of a store.
 *
 * @param bytes of its file
 */
public record HistoryLine(SeriesKey series, Extent extent, long bytes, Quality quality) {

    /** {@code ETH-USDT  1h     27961 bars  2020-10-23T08:00:00Z .. 2023-12-31T23:00:00Z   1.1 MB  A}. */
    public String text() {
        return Columns.left(series.name().text(), 24) + " "
                + Columns.left(SeriesKey.text(series.timeframe()), 4)
                + Columns.right(String.format(Locale.ROOT, "%,d", extent.rows()), 12) + " bars  " + extent.first()
                + " .. "
                + extent.last()
                + Columns.right(String.format(Locale.ROOT, "%.1f MB", bytes / 1e6), 11) + "  " + quality.brief();
    }

    /** The same for programs. */
    public Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("name", series.name().text());
        document.put("timeframe", SeriesKey.text(series.timeframe()));
        document.put("bars", extent.rows());
        document.put("first", extent.first().toString());
        document.put("last", extent.last().toString());
        document.put("bytes", bytes);
        document.put("grade", quality.grade());
        document.put("reasons", quality.reasons());
        return document;
    }
}
