package io.ballast.lab.backtest.report;

import java.util.List;

/** A part of the page: a heading with notes beside what it shows. */
final class Section {
    private Section() {}

    static Tag of(String id, String title, List<String> notes, Tag... content) {
        Tag side = Tag.of("div", "side").add(Tag.of("h2").with("id", id + "-h").text(title));
        notes.forEach(note -> side.add(Tag.of("p").text(note)));
        return Tag.of("section")
                .with("id", id)
                .with("aria-labelledby", id + "-h")
                .add(side, Tag.of("div", "main").add(content));
    }
}
