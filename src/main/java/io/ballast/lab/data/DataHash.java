package io.ballast.lab.data;

import io.ballast.think.model.Sha256;
import java.nio.ByteBuffer;

/** Identity of a history by what it says, whatever file it lies in. */
public final class DataHash {
    private static final int LONGEST_ROW = 8 * (Schema.VOLUME + 1);

    private DataHash() {}

    /**
     * SHA-256 in lower-case hex over the rows in order, each its time and the bits of open, high, low, close and volume, eight bytes
     * each, the most significant first. Reads the source to its end; does not close it.
     */
    public static String of(BatchSource rows) {
        Sha256 hash = new Sha256();
        Batch batch = new Batch(rows.schema());
        while (rows.next(batch)) {
            ByteBuffer buffer = ByteBuffer.allocate(batch.size() * LONGEST_ROW);
            for (int i = 0; i < batch.size(); i++) {
                buffer.putLong(batch.longs(Schema.TIME)[i]);
                for (int column = Schema.OPEN; column <= Schema.VOLUME; column++) {
                    buffer.putLong(Double.doubleToLongBits(batch.doubles(column)[i]));
                }
            }
            hash.add(buffer.array());
        }
        return hash.hex();
    }
}
