package io.ballast.app.cli;

import io.ballast.base.units.BlockRef;
import io.ballast.sense.chain.ChainReader;
import io.ballast.sense.market.BlockFinder;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.LongStream;

/**
 * A run of blocks that somebody asked for.
 *
 * @param from first
 * @param to last
 */
record BlockRange(long from, long to) {

    /** From numbers, or days of which the last is not included. */
    static BlockRange of(ChainReader chain, String from, String to) {
        BlockRef head = chain.head().ref();
        long first = isNumber(from) ? number("--from", from) : after(chain, head, day("--from", from));
        long last = isNumber(to) ? number("--to", to) : after(chain, head, day("--to", to)) - 1;
        if (first < 1 || last < first) {
            throw VerbException.usage("--from " + from + " --to " + to + " is no range of blocks after the first");
        }
        if (last > head.number()) {
            throw VerbException.usage("--to " + to + " is not mined yet, the newest block is " + head.number());
        }
        return new BlockRange(first, last);
    }

    private static boolean isNumber(String text) {
        return text.matches("[0-9]{1,15}");
    }

    private static long number(String option, String text) {
        long number = Long.parseLong(text);
        Requirement.inRange(option, number, 1, Long.MAX_VALUE);
        return number;
    }

    private static Instant day(String option, String text) {
        try {
            return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw VerbException.usage(
                    option + ": \"" + text + "\" is not accepted, expected a block or a day such as" + " 2024-01-31");
        }
    }

    /** The first block at or after a time. */
    private static long after(ChainReader chain, BlockRef head, Instant time) {
        if (time.isAfter(head.timestamp())) {
            return head.number() + 1;
        }
        return new BlockFinder(chain, head)
                .atOrBefore(List.of(time.minusNanos(1)))
                .getFirst()
                .map(number -> number + 1)
                .orElse(1L);
    }

    /** The block whose states the first block's events change. */
    List<Long> before() {
        return List.of(from - 1);
    }

    /** The first block, and each so many blocks after it. */
    List<Long> every(long blocks) {
        Requirement.inRange("--every", blocks, 1, 10_000_000);
        return LongStream.iterate(from, number -> number <= to, number -> number + blocks)
                .boxed()
                .toList();
    }

    @Override
    public String toString() {
        return "blocks " + from + " to " + to;
    }
}
