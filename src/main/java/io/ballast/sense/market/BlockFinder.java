package io.ballast.sense.market;

import io.ballast.base.units.BlockRef;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.ChainReader;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds blocks by time with few round trips: headers at doubling distances behind a block, then rounds of interpolation, all
 * times together in one batch a round. Used by one thread.
 */
public final class BlockFinder {
    private static final int BATCH = 100;
    private final ChainReader chain;
    private final BlockRef newest;
    private final TreeMap<Long, Instant> known = new TreeMap<>();

    public BlockFinder(ChainReader chain, BlockRef newest) {
        this.chain = chain;
        this.newest = newest;
    }

    /**
     * Number of the last block at or before each time, in the order given; empty where the chain is younger. Times are not
     * after the newest block's.
     *
     * @throws ChainException of kind UNKNOWN_BLOCK if the newest block is not canonical any more
     */
    public List<Optional<Long>> atOrBefore(List<Instant> times) {
        TreeSet<Long> ladder = new TreeSet<>(List.of(0L, newest.number()));
        for (long back = 1; back < newest.number(); back *= 2) {
            ladder.add(newest.number() - back);
        }
        learn(ladder);
        for (Set<Long> probes = probes(times); !probes.isEmpty(); probes = probes(times)) {
            learn(probes);
        }
        return times.stream().map(time -> below(time).map(Map.Entry::getKey)).toList();
    }

    private void learn(Collection<Long> numbers) {
        List<Long> asked = List.copyOf(numbers);
        for (int from = 0; from < asked.size(); from += BATCH) {
            List<Long> batch = asked.subList(from, Math.min(asked.size(), from + BATCH));
            List<BlockHeader> headers = chain.headers(batch);
            requireAnswered(batch, headers);
            headers.forEach(header -> learn(header.ref()));
        }
    }

    private static void requireAnswered(List<Long> asked, List<BlockHeader> headers) {
        List<Long> told = headers.stream().map(header -> header.ref().number()).toList();
        if (!told.equals(asked)) {
            throw new ChainException(
                    ChainException.Kind.MALFORMED, "asked for headers " + asked + ", was told " + told);
        }
    }

    private void learn(BlockRef block) {
        if (block.number() == newest.number() && !block.hash().equals(newest.hash())) {
            throw new ChainException(ChainException.Kind.UNKNOWN_BLOCK, "block " + newest + " was reorganised away");
        }
        known.put(block.number(), block.timestamp());
    }

    private Set<Long> probes(List<Instant> times) {
        TreeSet<Long> probes = new TreeSet<>();
        times.forEach(time -> below(time).ifPresent(low -> addProbes(probes, low, time)));
        return probes;
    }

    /** By rule of three and the block after it, which hits at once where blocks are even; the middle bounds the rounds. */
    private void addProbes(Collection<Long> probes, Map.Entry<Long, Instant> low, Instant time) {
        Map.Entry<Long, Instant> high = known.higherEntry(low.getKey());
        if (high == null || high.getKey() == low.getKey() + 1) {
            return;
        }
        long from = low.getKey();
        long gap = high.getKey() - from;
        double share = (double) (time.getEpochSecond() - low.getValue().getEpochSecond())
                / (high.getValue().getEpochSecond() - low.getValue().getEpochSecond());
        long guess = from + Math.max(1, Math.min(gap - 1, (long) (gap * share)));
        probes.add(guess);
        probes.add(Math.min(guess + 1, high.getKey() - 1));
        probes.add(from + gap / 2);
    }

    /** The last known block at or before a time. */
    private Optional<Map.Entry<Long, Instant>> below(Instant time) {
        return known.descendingMap().entrySet().stream()
                .filter(entry -> !entry.getValue().isAfter(time))
                .findFirst();
    }
}
