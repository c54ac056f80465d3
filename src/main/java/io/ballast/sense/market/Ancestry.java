package io.ballast.sense.market;

import io.ballast.base.units.BlockRef;
import io.ballast.base.units.Hash32;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.ChainReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/** Finds the way from the block a book stands at to a new head, by parent hashes alone. Used once, by one thread. */
final class Ancestry {
    /** Headers asked for at once on the way down. */
    private static final long BATCH = 8;

    private final ChainReader chain;
    private final PoolBook book;
    private final int gap;
    private final Map<Hash32, BlockRef> known = new HashMap<>();

    Ancestry(ChainReader chain, PoolBook book, int gap) {
        this.chain = chain;
        this.book = book;
        this.gap = gap;
    }

    /**
     * Blocks to apply after going back to {@code ancestor}, oldest first; none if the head is behind.
     */
    record Way(Hash32 ancestor, List<BlockRef> blocks) {}

    /**
     * Empty if the chains part below what the book can undo, or the head is too far ahead.
     *
     * @throws ChainException of kind UNKNOWN_BLOCK if the chain changes while it is looked at
     */
    Optional<Way> to(BlockRef head) {
        Deque<BlockRef> blocks = new ArrayDeque<>();
        BlockRef at = head;
        while (!book.reaches(at.hash())) {
            if (at.number() <= book.lowest() || head.number() - book.block().number() > gap) {
                return Optional.empty();
            }
            blocks.addFirst(at);
            if (book.reaches(at.parent())) {
                return Optional.of(new Way(at.parent(), List.copyOf(blocks)));
            }
            at = parent(at);
        }
        return Optional.of(new Way(at.hash(), List.copyOf(blocks)));
    }

    private BlockRef parent(BlockRef child) {
        if (!known.containsKey(child.parent())) {
            learnBelow(child.number());
        }
        BlockRef parent = known.get(child.parent());
        if (parent == null || parent.number() != child.number() - 1) {
            throw new ChainException(
                    ChainException.Kind.UNKNOWN_BLOCK,
                    "the chain changed while its blocks were looked at: no parent of " + child);
        }
        return parent;
    }

    /** The whole gap at once where there is one, else a few blocks down. */
    private void learnBelow(long number) {
        long from = Math.max(0, Math.min(number - BATCH, book.block().number() + 1));
        List<Long> numbers = LongStream.range(from, number).boxed().toList();
        for (BlockHeader header : chain.headers(numbers)) {
            known.put(header.ref().hash(), header.ref());
        }
    }
}
