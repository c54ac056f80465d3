package io.ballast.lab.backtest.report;

import java.util.ArrayList;
import java.util.List;

/** A table with a head; cells that do not fit scroll inside it. */
final class Grid {
    private final String css;
    private final Tag head = Tag.of("tr");
    private final List<Tag> rows = new ArrayList<>();

    Grid(String css, String... columns) {
        this.css = css;
        for (String column : columns) {
            head(column, "");
        }
    }

    /** Adds a column. */
    Grid head(String title, String columnCss) {
        head.add(Tag.of("th", columnCss, title).with("scope", "col"));
        return this;
    }

    /** Adds a row of its name and its cells. */
    Grid row(String rowCss, Tag name, List<Tag> cells) {
        rows.add(Tag.of("tr", rowCss).add(name.with("scope", "row")).add(cells));
        return this;
    }

    Grid row(String rowCss, String name, String... cells) {
        List<Tag> tags = new ArrayList<>();
        for (String cell : cells) {
            tags.add(Tag.of("td").text(cell));
        }
        return row(rowCss, Tag.of("th").text(name), tags);
    }

    Tag table() {
        return Tag.of("div", "scroll")
                .add(Tag.of("table", css)
                        .add(Tag.of("thead").add(head), Tag.of("tbody").add(rows)));
    }
}
