package io.ballast.lab.data;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One series of a store.
 *
 * @param timeframe distance from bar to bar; whole seconds
 */
public record SeriesKey(SeriesName name, Duration timeframe) implements Comparable<SeriesKey> {
    private static final String SUFFIX = ".parquet";
    private static final Pattern TIMEFRAME = Pattern.compile("([1-9][0-9]{0,8})([smhd])");

    public SeriesKey {
        if (!isWhole(timeframe)) {
            throw new IllegalArgumentException("timeframe must be whole seconds, was " + timeframe);
        }
    }

    /** Whether a span is a whole number of seconds above zero. */
    static boolean isWhole(Duration span) {
        return span.isPositive() && Duration.ofSeconds(span.toSeconds()).equals(span);
    }

    /** {@code ETH-USDC/1h.parquet}, in the store's folder. */
    public Path file() {
        return Path.of(name.text()).resolve(text(timeframe) + ".parquet");
    }

    /** The series that a file of a store holds; empty if it is none. */
    static Optional<SeriesKey> of(Path file) {
        String name = file.getFileName().toString();
        Path folder = file.toAbsolutePath().getParent();
        if (!name.endsWith(SUFFIX) || folder == null) {
            return Optional.empty();
        }
        try {
            SeriesName series = new SeriesName(folder.getFileName().toString());
            return parse(name.substring(0, name.length() - SUFFIX.length()))
                    .map(timeframe -> new SeriesKey(series, timeframe));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The timeframe that {@link #text(Duration)} wrote; empty if it is none. */
    public static Optional<Duration> parse(String text) {
        Matcher matcher = TIMEFRAME.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(matcher.group(1));
        return Optional.of(
                switch (matcher.group(2)) {
                    case "s" -> Duration.ofSeconds(number);
                    case "m" -> Duration.ofMinutes(number);
                    case "h" -> Duration.ofHours(number);
                    default -> Duration.ofDays(number);
                });
    }

    /** {@code 90s}, {@code 15m}, {@code 4h}, {@code 1d}. */
    public static String text(Duration timeframe) {
        long seconds = timeframe.toSeconds();
        if (seconds % 86_400 == 0) {
            return seconds / 86_400 + "d";
        }
        if (seconds % 3_600 == 0) {
            return seconds / 3_600 + "h";
        }
        return seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
    }

    @Override
    public int compareTo(SeriesKey other) {
        int byName = name.compareTo(other.name);
        return byName != 0 ? byName : timeframe.compareTo(other.timeframe);
    }

    @Override
    public String toString() {
        return name + "/" + text(timeframe);
    }
}
