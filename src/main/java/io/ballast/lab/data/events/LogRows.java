package io.ballast.lab.data.events;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.Hex;
import io.ballast.lab.data.Batch;
import io.ballast.sense.chain.LogEntry;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Events as rows of {@link EventSchema#LOGS}. */
final class LogRows {
    private static final int HASH = 32;

    private LogRows() {}

    static void fill(Batch batch, int row, LogEntry log) {
        ByteArrayOutputStream topics = new ByteArrayOutputStream();
        log.topics().forEach(topic -> topics.writeBytes(topic.bytes()));
        batch.longs(0)[row] = log.blockNumber();
        batch.longs(1)[row] = log.index();
        batch.words(2)[row] = Hex.decode(log.address().hex());
        batch.words(3)[row] = topics.toByteArray();
        batch.words(4)[row] = log.data().toArray();
        batch.words(5)[row] = log.blockHash().bytes();
        batch.words(6)[row] = log.txHash().bytes();
    }

    static LogEntry read(Batch batch, int row) {
        return new LogEntry(
                new Address(Hex.encode(batch.words(2)[row])),
                topics(batch.words(3)[row]),
                Bytes.of(batch.words(4)[row]),
                batch.longs(0)[row],
                Hash32.of(batch.words(5)[row]),
                Hash32.of(batch.words(6)[row]),
                Math.toIntExact(batch.longs(1)[row]));
    }

    private static List<Hash32> topics(byte[] all) {
        List<Hash32> topics = new ArrayList<>();
        for (int at = 0; at < all.length; at += HASH) {
            topics.add(Hash32.of(Arrays.copyOfRange(all, at, at + HASH)));
        }
        return topics;
    }
}
