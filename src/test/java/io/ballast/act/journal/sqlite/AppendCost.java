package io.ballast.act.journal.sqlite;

import io.ballast.act.journal.Halted;
import io.ballast.act.journal.JournalEvent;
import io.ballast.act.journal.RandomEvents;
import io.ballast.act.journal.json.JournalJson;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Measures an append beside its floor: the same JSON appended to a plain file with one fsync each, in turns. Arguments: folder
 * on the disk in question, number of appends.
 */
final class AppendCost {
    private AppendCost() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory(Path.of(arguments[0]), "append-cost");
        int appends = Integer.parseInt(arguments[1]);
        measure(folder.resolve("small"), new Halted("x".repeat(200)), appends);
        measure(folder.resolve("decision"), new RandomEvents(1).decision(24, 96), appends);
    }

    private static void measure(Path folder, JournalEvent event, int appends) throws IOException {
        Files.createDirectories(folder);
        long[] journalled = new long[appends];
        long[] encoded = new long[appends];
        long[] floor = new long[appends];
        byte[] json = JournalJson.write(event).getBytes(StandardCharsets.UTF_8);
        try (SqliteJournal journal = SqliteJournal.open(folder.resolve("journal.db"), InstantSource.system());
                FileChannel plain = FileChannel.open(
                        folder.resolve("plain"), StandardOpenOption.CREATE_NEW, StandardOpenOption.APPEND)) {
            for (int i = 0; i < appends; i++) {
                journalled[i] = nanos(event, journal::append);
                encoded[i] = nanos(event, JournalJson::write);
                floor[i] = nanos(json, bytes -> force(plain, bytes));
            }
        }
        report(json.length + " bytes: append", journalled);
        report(json.length + " bytes: JSON alone", encoded);
        report(json.length + " bytes: write and fsync alone", floor);
    }

    private static <T> long nanos(T value, Consumer<T> action) {
        long start = System.nanoTime();
        action.accept(value);
        return System.nanoTime() - start;
    }

    private static void force(FileChannel channel, byte[] bytes) {
        try {
            channel.write(ByteBuffer.wrap(bytes));
            channel.force(false);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void report(String what, long[] nanos) {
        long[] sorted = Arrays.copyOfRange(nanos, nanos.length / 5, nanos.length);
        Arrays.sort(sorted);
        System.out.printf(
                Locale.ROOT,
                "%s: p50 %.0f us, p99 %.0f us%n",
                what,
                sorted[sorted.length / 2] / 1e3,
                sorted[sorted.length * 99 / 100] / 1e3);
    }
}
