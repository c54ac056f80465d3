package io.ballast.lab.backtest.scenario;

import io.ballast.base.config.Position;
import io.ballast.base.config.Problems;
import io.ballast.base.units.Wei;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Reads prices of gas from a CSV file with a header, such as Etherscan's export of daily averages: a column whose name says unix,
 * timestamp or date, and one whose name says gwei or wei.
 */
final class GasCsv {
    private final Path file;
    private final Problems problems;
    private int time = -1;
    private int price = -1;
    private int decimals;

    GasCsv(Path file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** Empty with the reason among the problems. */
    Optional<GasHistory> read() {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            problems.error(Position.whole(file.toString()), "", "cannot be read: " + e.getMessage());
            return Optional.empty();
        }
        if (lines.size() < 2 || !header(cells(lines.getFirst()))) {
            problems.error(
                    at(1), "", "expected a header with a column unix, timestamp or date, one of wei or gwei, and rows");
            return Optional.empty();
        }
        NavigableMap<Instant, Wei> steps = new TreeMap<>();
        for (int line = 1; line < lines.size(); line++) {
            if (!lines.get(line).isBlank() && !row(cells(lines.get(line)), steps)) {
                problems.error(at(line + 1), "", "is no time and price of gas: " + lines.get(line));
                return Optional.empty();
            }
        }
        return Optional.of(new GasHistory(steps));
    }

    private Position at(int line) {
        return new Position(file.toString(), line, 1);
    }

    private boolean header(String[] names) {
        time = column(names, "unix")
                .orElse(column(names, "timestamp").orElse(column(names, "date").orElse(-1)));
        Optional<Integer> gwei = column(names, "gwei");
        price = gwei.or(() -> column(names, "wei")).orElse(-1);
        decimals = gwei.isPresent() ? 9 : 0;
        return time >= 0 && price >= 0;
    }

    private static Optional<Integer> column(String[] names, String part) {
        return IntStream.range(0, names.length)
                .filter(i -> names[i].toLowerCase(Locale.ROOT).contains(part))
                .boxed()
                .findFirst();
    }

    private boolean row(String[] cells, NavigableMap<Instant, Wei> steps) {
        try {
            Instant at = time(cells[time]);
            boolean later = steps.isEmpty() || at.isAfter(steps.lastKey());
            steps.put(
                    at,
                    new Wei(new BigDecimal(cells[price])
                            .movePointRight(decimals)
                            .toBigIntegerExact()));
            return later;
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException | IndexOutOfBoundsException bad) {
            // The caller names the line; what exactly is wrong with it, one sees.
            return false;
        }
    }

    private static Instant time(String text) {
        return text.matches("[0-9]{9,11}")
                ? Instant.ofEpochSecond(Long.parseLong(text))
                : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static String[] cells(String line) {
        return line.replace("\"", "").split(",", -1);
    }
}
