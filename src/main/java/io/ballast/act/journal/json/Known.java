package io.ballast.act.journal.json;

import java.util.Map;
import java.util.function.Function;

/** What was worked out before, forgotten when it grows too large. */
final class Known {
    private Known() {}

    static <K, V> V of(Map<K, V> known, K key, int most, Function<K, V> make) {
        if (known.size() > most) {
            known.clear();
        }
        return known.computeIfAbsent(key, make);
    }
}
