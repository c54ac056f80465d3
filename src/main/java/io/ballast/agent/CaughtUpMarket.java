package io.ballast.agent;

import io.ballast.act.execution.Logbook;
import io.ballast.act.journal.Custody;
import io.ballast.act.journal.OwnMove;
import io.ballast.base.units.BlockRef;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.market.MarketSource;
import io.ballast.sense.market.Observation;
import java.util.stream.LongStream;

/**
 * A market that is never older than what the journal knows. A node that lags behind our own last transaction shows balances and
 * allowances as they were before it, and whoever decides on them does the same thing twice. Used by one thread.
 */
final class CaughtUpMarket implements MarketSource {
    private final MarketSource market;
    private final Logbook log;

    CaughtUpMarket(MarketSource market, Logbook log) {
        this.market = market;
        this.log = log;
    }

    /** @throws ChainException UNAVAILABLE too if the node is behind our own last transaction */
    @Override
    public Observation observe() {
        return checked(market.observe());
    }

    @Override
    public Observation observeAt(BlockHeader header) {
        return checked(market.observeAt(header));
    }

    private Observation checked(Observation seen) {
        long least = least(log.state().custody());
        if (seen.market().block().number() < least) {
            throw new ChainException(
                    ChainException.Kind.UNAVAILABLE,
                    "the node is at block " + seen.market().block().number() + ", the journal at " + least);
        }
        return seen;
    }

    private static long least(Custody custody) {
        return LongStream.concat(
                        custody.booked().stream().mapToLong(BlockRef::number),
                        custody.moves().stream().mapToLong(OwnMove::block))
                .max()
                .orElse(0);
    }
}
