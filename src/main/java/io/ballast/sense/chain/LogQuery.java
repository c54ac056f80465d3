package io.ballast.sense.chain;

import io.ballast.base.units.Address;
import io.ballast.base.units.Hash32;
import java.util.List;

/**
 * Which events to fetch: a closed range of block numbers, any of the addresses, any of the topics.
 *
 * @param addresses empty means any
 * @param topic0 empty means any
 * @param topic1 empty means any
 * @param topic2 empty means any
 */
public record LogQuery(
        long fromBlock,
        long toBlock,
        List<Address> addresses,
        List<Hash32> topic0,
        List<Hash32> topic1,
        List<Hash32> topic2) {
    public LogQuery {
        addresses = List.copyOf(addresses);
        topic0 = List.copyOf(topic0);
        topic1 = List.copyOf(topic1);
        topic2 = List.copyOf(topic2);
        if (fromBlock < 0 || toBlock < fromBlock) {
            throw new IllegalArgumentException("block range must be ordered, was [" + fromBlock + ", " + toBlock + "]");
        }
    }

    /** With any second and third topic. */
    public LogQuery(long fromBlock, long toBlock, List<Address> addresses, List<Hash32> topic0) {
        this(fromBlock, toBlock, addresses, topic0, List.of(), List.of());
    }

    /** The same over other blocks. */
    public LogQuery over(long from, long to) {
        return new LogQuery(from, to, addresses, topic0, topic1, topic2);
    }

    /** What each topic may be, up to the last that is limited; an empty list means any. */
    public List<List<Hash32>> topics() {
        List<List<Hash32>> all = List.of(topic0, topic1, topic2);
        int last = 3;
        while (last > 0 && all.get(last - 1).isEmpty()) {
            last--;
        }
        return all.subList(0, last);
    }
}
