package io.ballast.sense.chain;

import io.ballast.base.units.Address;
import io.ballast.base.units.Hash32;
import java.util.List;

/**
 * Which events to fetch: a closed range of block numbers, any of the addresses, any of the first topics.
 *
 * @param addresses empty means any
 * @param topic0 empty means any
 */
public record LogQuery(long fromBlock, long toBlock, List<Address> addresses, List<Hash32> topic0) {
    public LogQuery {
        addresses = List.copyOf(addresses);
        topic0 = List.copyOf(topic0);
        if (fromBlock < 0 || toBlock < fromBlock) {
            throw new IllegalArgumentException("block range must be ordered, was [" + fromBlock + ", " + toBlock + "]");
        }
    }
}
