package io.ballast.lab.data.events;

import io.ballast.base.units.BlockRef;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.Wei;
import io.ballast.lab.data.Batch;
import io.ballast.lab.data.BatchSource;
import io.ballast.lab.data.Word;
import io.ballast.sense.chain.BlockHeader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Headers as rows of {@link EventSchema#BLOCKS}. */
final class HeaderRows {
    private HeaderRows() {}

    static void fill(Batch batch, int row, BlockHeader header) {
        batch.longs(0)[row] = header.ref().number();
        batch.longs(1)[row] = header.ref().timestamp().getEpochSecond();
        batch.words(2)[row] = header.ref().hash().bytes();
        batch.words(3)[row] = header.ref().parent().bytes();
        batch.words(4)[row] = Word.of(header.baseFee().value());
        batch.longs(5)[row] = header.gasUsed();
        batch.longs(6)[row] = header.gasLimit();
    }

    static BlockHeader read(Batch batch, int row) {
        BlockRef ref = new BlockRef(
                batch.longs(0)[row],
                Hash32.of(batch.words(2)[row]),
                Hash32.of(batch.words(3)[row]),
                Instant.ofEpochSecond(batch.longs(1)[row]));
        return new BlockHeader(ref, new Wei(Word.value(batch.words(4)[row])), batch.longs(5)[row], batch.longs(6)[row]);
    }

    /** All of a source, in its order; closes it. */
    static List<BlockHeader> all(BatchSource source) {
        try (BatchSource rows = source) {
            List<BlockHeader> headers = new ArrayList<>();
            Batch batch = new Batch(EventSchema.BLOCKS);
            while (rows.next(batch)) {
                for (int row = 0; row < batch.size(); row++) {
                    headers.add(read(batch, row));
                }
            }
            return headers;
        }
    }
}
