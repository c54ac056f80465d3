package io.ballast.base.units;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.UnaryOperator;

/** Remembers how the last few texts were spelled, because the same ones are asked for again and again. Thread-safe. */
final class Spellings {
    private static final int PLACES = 256;

    private final UnaryOperator<String> rule;
    private final AtomicReferenceArray<Spelling> known = new AtomicReferenceArray<>(PLACES);

    private record Spelling(String text, String spelled) {}

    /** @param rule the same text is spelled the same way */
    Spellings(UnaryOperator<String> rule) {
        this.rule = rule;
    }

    String of(String text) {
        int place = Math.floorMod(text.hashCode(), PLACES);
        Spelling last = known.get(place);
        if (last != null && last.text().equals(text)) {
            return last.spelled();
        }
        Spelling now = new Spelling(text, rule.apply(text));
        known.set(place, now);
        return now.spelled();
    }
}
