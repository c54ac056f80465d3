package io.ballast.act.journal.json;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Instants by ISO 8601 in UTC, remembered: a decision repeats the times of all bars but one of the decision before it. Thread-safe. */
final class InstantText {
    private static final int MOST = 10_000;
    private final Map<Instant, String> texts = new ConcurrentHashMap<>();

    String write(Instant time) {
        return Known.of(texts, time, MOST, Instant::toString);
    }

    /** @throws java.time.DateTimeException for what is no instant */
    Instant read(String text) {
        return Instant.parse(text);
    }
}
