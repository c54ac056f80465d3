package io.ballast.lab.backtest.judgement;

import io.ballast.base.metric.PeriodsPerYear;
import io.ballast.base.metric.ReturnSeries;
import io.ballast.base.metric.SharpeEvidence;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** A trial as one line: fields parted by tabs, returns as 32-bit IEEE 754 numbers in Base64, {@code -} for what is undefined. */
final class TrialLine {
    private static final String NONE = "-";
    private static final int FIELDS = 9;

    private TrialLine() {}

    static String write(Trial trial) {
        Optional<SharpeEvidence> evidence = trial.evidence();
        return String.join(
                "\t",
                List.of(
                        trial.identity(),
                        trial.strategy(),
                        Long.toString(trial.first()),
                        Long.toString(trial.last()),
                        Double.toString(trial.year().count()),
                        evidence.map(e -> Double.toString(e.sharpe())).orElse(NONE),
                        evidence.map(e -> Double.toString(e.skewness())).orElse(NONE),
                        evidence.map(e -> Double.toString(e.kurtosis())).orElse(NONE),
                        pack(trial.returns())));
    }

    /** @throws IllegalArgumentException if it is no trial */
    static Trial read(String line) {
        String[] fields = line.split("\t", -1);
        if (fields.length != FIELDS) {
            throw new IllegalArgumentException(fields.length + " fields");
        }
        ReturnSeries returns = unpack(fields[8]);
        return new Trial(
                fields[0],
                fields[1],
                Long.parseLong(fields[2]),
                Long.parseLong(fields[3]),
                new PeriodsPerYear(Double.parseDouble(fields[4])),
                evidence(fields, returns.size()),
                returns);
    }

    private static Optional<SharpeEvidence> evidence(String[] fields, int periods) {
        return fields[5].equals(NONE)
                ? Optional.empty()
                : Optional.of(new SharpeEvidence(
                        Double.parseDouble(fields[5]),
                        Double.parseDouble(fields[6]),
                        Double.parseDouble(fields[7]),
                        periods));
    }

    private static String pack(ReturnSeries returns) {
        ByteBuffer bytes = ByteBuffer.allocate(returns.size() * Float.BYTES);
        for (double value : returns.toArray()) {
            bytes.putFloat((float) value);
        }
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    private static ReturnSeries unpack(String text) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(text));
        double[] returns = new double[bytes.capacity() / Float.BYTES];
        for (int i = 0; i < returns.length; i++) {
            returns[i] = bytes.getFloat();
        }
        return ReturnSeries.of(returns);
    }
}
