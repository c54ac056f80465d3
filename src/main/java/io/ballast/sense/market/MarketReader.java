package io.ballast.sense.market;

import io.ballast.base.units.Address;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.ChainReader;
import io.ballast.sense.chain.EthCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads market and account at one block: one batch of calls pinned to its hash. Every method throws {@link ChainException}
 * when a part is missing or malformed; nothing is ever filled in. Thread-safe.
 */
public final class MarketReader implements MarketSource {
    private final ChainReader chain;
    private final Universe universe;
    private final PoolReader reader;
    private final AccountQuery account;

    /**
     * @param owner whose balances and allowances are read
     * @throws IllegalArgumentException if a token of the universe has no feed
     */
    public MarketReader(ChainReader chain, Universe universe, Address owner) {
        this(chain, universe, owner, ReadLimits.DEFAULT);
    }

    public MarketReader(ChainReader chain, Universe universe, Address owner, ReadLimits limits) {
        this(chain, universe, owner, limits, token -> Optional.empty());
    }

    /** @param lastKnown stands in for a balance that its token refuses to tell; where it is empty, nothing is read at all */
    public MarketReader(
            ChainReader chain,
            Universe universe,
            Address owner,
            ReadLimits limits,
            Function<Token, Optional<TokenAmount>> lastKnown) {
        this.chain = chain;
        this.universe = universe;
        this.reader = PoolReader.of(chain, universe, limits);
        this.account = new AccountQuery(universe, owner, lastKnown);
    }

    /** The newest block, in two round trips: its header, then everything else. */
    @Override
    public Observation observe() {
        return observeAt(chain.head());
    }

    /** One round trip. */
    @Override
    public Observation observeAt(BlockHeader header) {
        PoolReader.Reading reading = reader.read(header.ref(), universe.pools(), account.calls());
        AccountQuery.Reply reply = account.reply(reading.along(), header);
        return new Observation(
                new MarketState(universe, header, reading.states(), List.of(), reply.prices(), reply.conditions()),
                reply.account());
    }

    /** The calls of one read, as they are sent in one batch. */
    public List<EthCall> calls() {
        List<EthCall> calls = new ArrayList<>(reader.calls(universe.pools()));
        calls.addAll(account.calls());
        return calls;
    }
}
