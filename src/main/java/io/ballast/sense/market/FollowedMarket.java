package io.ballast.sense.market;

import io.ballast.base.units.Address;
import io.ballast.base.units.PoolId;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.chain.ChainReader;
import io.ballast.sense.dex.Arithmetic;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.PoolState;
import io.ballast.sense.dex.web3j.PoolEvents;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A market followed block by block: pools by their events, prices and account read at the block's hash, and with them the
 * pools that have no events to follow. Thread-safe.
 */
public final class FollowedMarket implements MarketSource {
    private final ChainReader chain;
    private final Universe universe;
    private final PoolReader reader;
    private final AccountQuery account;
    private final PoolSync sync;
    private final List<PoolSpec> others;

    /**
     * @param owner whose balances and allowances are read
     * @throws IllegalArgumentException if a token of the universe has no feed
     */
    public FollowedMarket(ChainReader chain, Universe universe, Address owner, ReadLimits limits, SyncRules rules) {
        this(chain, universe, owner, limits, rules, token -> Optional.empty());
    }

    /** @param lastKnown stands in for a balance that its token refuses to tell; where it is empty, nothing is read at all */
    public FollowedMarket(
            ChainReader chain,
            Universe universe,
            Address owner,
            ReadLimits limits,
            SyncRules rules,
            Function<Token, Optional<TokenAmount>> lastKnown) {
        this.chain = chain;
        this.universe = universe;
        this.reader = PoolReader.of(chain, universe, limits);
        this.account = new AccountQuery(universe, owner, lastKnown);
        PoolEvents events = universe.contracts().events();
        this.others = universe.pools().stream()
                .filter(pool -> !events.follow(pool) || pool.arithmetic() == Arithmetic.NODE)
                .toList();
        List<PoolSpec> followed =
                universe.pools().stream().filter(pool -> !others.contains(pool)).toList();
        this.sync = new PoolSync(chain, reader, followed, rules, events);
    }

    /** Between decisions: brings the pools to a new head, so that a decision finds them there. */
    public void follow(BlockHeader head) {
        sync.follow(head.ref());
    }

    @Override
    public Observation observe() {
        return observeAt(chain.head());
    }

    @Override
    public Observation observeAt(BlockHeader header) {
        PoolSync.Followed followed = sync.follow(header.ref());
        PoolReader.Reading reading = reader.read(header.ref(), others, account.calls());
        AccountQuery.Reply reply = account.reply(reading.along(), header);
        List<PoolState> all = new ArrayList<>(followed.pools());
        all.addAll(reading.states());
        all.sort(Comparator.comparing(PoolState::id));
        Map<PoolId, Freeze> frozen = followed.frozen();
        MarketState market = new MarketState(
                universe,
                header,
                all.stream().filter(pool -> !frozen.containsKey(pool.id())).toList(),
                all.stream().filter(pool -> frozen.containsKey(pool.id())).toList(),
                reply.prices(),
                reply.conditions());
        return new Observation(market, reply.account());
    }
}
