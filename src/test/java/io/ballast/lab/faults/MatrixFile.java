package io.ballast.lab.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** {@code docs/fault-matrix.md}: what the last run that wrote it saw. */
final class MatrixFile {
    static final Path PATH = Path.of(System.getProperty("ballast.root", "")).resolve("docs/fault-matrix.md");

    static final boolean WRITES = Boolean.getBoolean("ballast.matrix.write");

    private static final String HEAD = """
        # Fault matrix

        Every case is a test of its number in `io.ballast.lab.faults`, run by `mvn verify` against the real contracts on a real \
        chain, with the real agent. After each one, the invariants I1 to I12 are held against the chain itself, the journal \
        and every file: each intent has at most one successful transaction; every swap carries a least amount, a deadline and \
        our own recipient; limits hold when counted on chain; nobody is left an allowance; books and chain agree to the wei, \
        or trading is HALTED; nothing is signed after HALTED but revokes; the key is nowhere; nonces have no gaps; trading goes \
        on when the fault is gone, unless the table says HALTED; every decision names its inputs, configuration and model; \
        nothing is reported as well that is not; no trade loses more than its two bounds.

        This table is written by the tests (`-Dballast.matrix.write=true`), and a run that sees anything else fails.

        | case | injection | expected | seen | verdict |
        |---|---|---|---|---|
        """;

    private MatrixFile() {}

    static Map<String, MatrixRow> read() {
        if (!Files.exists(PATH)) {
            return Map.of();
        }
        try {
            return Files.readAllLines(PATH).stream()
                    .filter(line -> line.startsWith("| F") || line.startsWith("| flow"))
                    .map(MatrixRow::parse)
                    .collect(Collectors.toMap(MatrixRow::id, row -> row));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces the row of a case; all others stay. */
    static synchronized void write(MatrixRow row) {
        Map<String, MatrixRow> all = new TreeMap<>(read());
        all.put(row.id(), row);
        String table = all.values().stream().map(known -> known.line() + "\n").collect(Collectors.joining());
        try {
            Files.createDirectories(PATH.getParent());
            Files.writeString(PATH, HEAD + table);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
