package io.ballast.lab.data;

import java.util.Arrays;

/**
 * All bars of a source in columns of equal length, for computations that walk them more than once: 48 bytes a bar.
 *
 * @param time starts of the bars, in milliseconds since 1970, ascending
 * @param volume in units of the base; NaN if unknown
 */
public record BarColumns(long[] time, double[] open, double[] high, double[] low, double[] close, double[] volume) {

    /** Reads a source to its end; does not close it. */
    public static BarColumns read(BatchSource rows) {
        long[] time = new long[Batch.ROWS];
        double[][] values = new double[Schema.VOLUME + 1][Batch.ROWS];
        Batch batch = new Batch(rows.schema());
        int count = 0;
        while (rows.next(batch)) {
            if (count + batch.size() > time.length) {
                int room = Math.max(2 * time.length, count + batch.size());
                time = Arrays.copyOf(time, room);
                for (int i = Schema.OPEN; i <= Schema.VOLUME; i++) {
                    values[i] = Arrays.copyOf(values[i], room);
                }
            }
            System.arraycopy(batch.longs(Schema.TIME), 0, time, count, batch.size());
            for (int i = Schema.OPEN; i <= Schema.VOLUME; i++) {
                System.arraycopy(batch.doubles(i), 0, values[i], count, batch.size());
            }
            count += batch.size();
        }
        return new BarColumns(
                Arrays.copyOf(time, count),
                Arrays.copyOf(values[Schema.OPEN], count),
                Arrays.copyOf(values[Schema.HIGH], count),
                Arrays.copyOf(values[Schema.LOW], count),
                Arrays.copyOf(values[Schema.CLOSE], count),
                Arrays.copyOf(values[Schema.VOLUME], count));
    }

    public int size() {
        return time.length;
    }
}
