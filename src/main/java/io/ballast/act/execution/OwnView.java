package io.ballast.act.execution;

import io.ballast.act.journal.Books;
import io.ballast.act.journal.Custody;
import io.ballast.base.units.TokenAmount;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.dex.PoolState;
import io.ballast.sense.market.AccountState;
import io.ballast.sense.market.MarketSource;
import io.ballast.sense.market.MarketState;
import io.ballast.sense.market.Observation;
import java.util.List;
import java.util.stream.Stream;

/**
 * What of market and account is ours to trade: no more of a token than the books call ours, so that what came from strangers, or
 * came in a block that is not deep enough, is neither sold nor counted; and no pool with a frozen token. Used by one thread.
 */
public final class OwnView implements MarketSource {
    private final MarketSource all;
    private final Logbook log;

    public OwnView(MarketSource all, Logbook log) {
        this.all = all;
        this.log = log;
    }

    @Override
    public Observation observe() {
        return narrow(all.observe());
    }

    @Override
    public Observation observeAt(BlockHeader header) {
        return narrow(all.observeAt(header));
    }

    private Observation narrow(Observation seen) {
        AccountState account =
                log.state().books().map(books -> ours(seen.account(), books)).orElse(seen.account());
        return new Observation(tradable(seen.market(), log.state().custody()), account, seen.evidence());
    }

    private static AccountState ours(AccountState account, Books books) {
        List<TokenAmount> balances = account.balances().stream()
                .map(held -> held.min(books.balance(held.token())))
                .toList();
        return new AccountState(account.owner(), balances, account.coins().min(books.coins()), account.allowances());
    }

    private static MarketState tradable(MarketState market, Custody custody) {
        if (custody.frozen().isEmpty()) {
            return market;
        }
        List<PoolState> left =
                market.pools().stream().filter(pool -> !frozen(pool, custody)).toList();
        List<PoolState> frozen = Stream.concat(
                        market.frozen().stream(), market.pools().stream().filter(pool -> frozen(pool, custody)))
                .toList();
        return new MarketState(market.universe(), market.header(), left, frozen, market.prices(), market.conditions());
    }

    private static boolean frozen(PoolState pool, Custody custody) {
        return custody.frozen().stream().anyMatch(token -> pool.holds(token.token()));
    }
}
