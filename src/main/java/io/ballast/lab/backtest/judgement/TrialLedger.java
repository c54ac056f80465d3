package io.ballast.lab.backtest.judgement;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Counts every try, since the best of many is worth less: one line for each, appended and never changed. Processes may share it; they
 * wait for each other.
 *
 * @param file that is made by the first record
 */
public record TrialLedger(Path file) {
    /** What it is called beside the scenarios. */
    public static final String NAME = "trials.tsv";

    private static final String HEAD = "identity\tstrategy\tfirst\tlast\tperiods a year\tsharpe\tskewness\tkurtosis\treturns\n";

    /**
     * Adds a trial, unless the same one is there.
     *
     * @return all trials of its strategy, the oldest first, this one among them
     * @throws IllegalStateException naming a line that cannot be read: trials that are not counted would flatter
     * @throws UncheckedIOException if the file cannot be read or written
     */
    public List<Trial> record(Trial trial) {
        try (FileChannel channel = FileChannel.open(
                        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            List<Trial> all = read(channel);
            if (lock.isValid() && all.stream().noneMatch(old -> old.identity().equals(trial.identity()))) {
                append(channel, (channel.size() == 0 ? HEAD : "") + TrialLine.write(trial) + "\n");
                all.add(trial);
            }
            return all.stream()
                    .filter(old -> old.strategy().equals(trial.strategy()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep trials in " + file, e);
        }
    }

    private List<Trial> read(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(channel.size()));
        int got = 0;
        while (got >= 0 && bytes.hasRemaining()) {
            got = channel.read(bytes, bytes.position());
        }
        List<String> lines = UTF_8.decode(bytes.flip()).toString().lines().toList();
        List<Trial> trials = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            try {
                trials.add(TrialLine.read(lines.get(i)));
            } catch (IllegalArgumentException e) {
                throw new IllegalStateException(
                        file + ":" + (i + 1) + " is no trial; mend the line or take it out by hand", e);
            }
        }
        return trials;
    }

    private static void append(FileChannel channel, String text) throws IOException {
        ByteBuffer bytes = UTF_8.encode(text);
        channel.position(channel.size());
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
