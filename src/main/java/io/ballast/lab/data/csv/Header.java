package io.ballast.lab.data.csv;

import io.ballast.lab.data.DataRefusedException;
import io.ballast.lab.data.ImportMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The columns of one file, found by the names that the mapping gives them, or that such files commonly have. */
final class Header {
    static final List<String> TIMES = List.of(
            "unixtimestamp",
            "unix",
            "timestamp",
            "open_time",
            "opentime",
            "open time",
            "time",
            "datetime",
            "date",
            "block_timestamp");
    private static final List<Byte> SEPARATORS = List.of((byte) ',', (byte) ';', (byte) '\t', (byte) '|');

    private final List<String> names;
    private final Set<Integer> used = new TreeSet<>();
    private final CsvLines lines;

    private Header(List<String> names, CsvLines lines) {
        this.names = names;
        this.lines = lines;
    }

    /**
     * Reads the first line, and settles from it what parts the fields. With columns named by the mapping, the first line is a row
     * already and stays to be used.
     *
     * @throws DataRefusedException if there is no header
     */
    static Header read(CsvLines lines, ImportMapping mapping, Object source) {
        if (!lines.next()) {
            throw DataRefusedException.of(source, "is empty, expected a header line and rows");
        }
        lines.separator(separator(lines, mapping.decimal()));
        lines.again();
        if (!mapping.columns().isEmpty()) {
            return new Header(mapping.columns(), lines).wide(lines.fields());
        }
        List<String> names = lines.texts();
        if (names.stream().allMatch(Header::isData)) {
            throw lines.refused("is a row, expected a header line (or columns in --mapping)");
        }
        return new Header(names, lines).withoutDoubles();
    }

    private static boolean isData(String text) {
        return text.isEmpty() || (text.matches("[-+0-9.,:eETZ /]+") && text.matches(".*[0-9].*"));
    }

    /** The one that the first line has most of. */
    private static byte separator(CsvLines lines, ImportMapping.Decimal decimal) {
        byte best = SEPARATORS.getFirst();
        int most = 0;
        for (byte candidate : SEPARATORS) {
            boolean taken = candidate == ',' && decimal == ImportMapping.Decimal.COMMA;
            int count = taken ? 0 : lines.count(candidate);
            if (count > most) {
                best = candidate;
                most = count;
            }
        }
        return best;
    }

    private Header withoutDoubles() {
        List<String> seen = new ArrayList<>();
        for (String name : names) {
            String low = name.toLowerCase(Locale.ROOT);
            if (!low.isEmpty() && seen.contains(low)) {
                throw lines.refused("names column \"" + name + "\" twice");
            }
            seen.add(low);
        }
        return this;
    }

    private Header wide(int fields) {
        if (fields != names.size()) {
            throw lines.refused("has " + fields + " fields, the mapping names " + names.size());
        }
        return this;
    }

    int width() {
        return names.size();
    }

    boolean has(String name) {
        return index(name) >= 0;
    }

    /**
     * The column that is named, else the first of the usual ones.
     *
     * @throws DataRefusedException if there is none
     */
    int find(String what, Optional<String> named, List<String> usual) {
        int index = named.map(this::index)
                .orElseGet(() -> usual.stream()
                        .map(this::index)
                        .filter(i -> i >= 0)
                        .findFirst()
                        .orElse(-1));
        if (index < 0) {
            String wanted = named.orElse(usual.getFirst());
            throw lines.refused(
                    "has no column \"" + wanted + "\" for the " + what + ", only " + String.join(", ", names));
        }
        used.add(index);
        return index;
    }

    /** The same for a column that may be absent unless it is named; -1 without one. */
    int findOptional(String what, Optional<String> named, String usual) {
        return named.isPresent() || has(usual) ? find(what, named, List.of(usual)) : -1;
    }

    boolean isUsed(int column) {
        return used.contains(column);
    }

    /** Whether its name is one of those that every bar has. */
    boolean isOfABar(int column) {
        return List.of("open", "high", "low", "close", "volume")
                .contains(names.get(column).toLowerCase(Locale.ROOT));
    }

    String name(int column) {
        return DataRefusedException.printable(names.get(column));
    }

    /** Columns that nothing is read from. */
    List<String> unused() {
        List<String> rest = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (!used.contains(i)) {
                rest.add(name(i));
            }
        }
        return rest;
    }

    private int index(String name) {
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).equalsIgnoreCase(name)) {
                return i;
            }
        }
        return -1;
    }
}
