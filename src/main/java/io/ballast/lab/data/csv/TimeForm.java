package io.ballast.lab.data.csv;

/** How a file writes times. */
enum TimeForm {
    SECONDS("seconds since 1970"),
    MILLIS("milliseconds since 1970"),
    MICROS("microseconds since 1970"),
    ISO("ISO 8601, as 2024-01-31T08:00:00Z");

    final String words;

    TimeForm(String words) {
        this.words = words;
    }
}
