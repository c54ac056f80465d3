package io.ballast.act.risk;

import io.ballast.base.units.BlockRef;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Usd;
import io.ballast.base.units.Wei;
import io.ballast.sense.dex.PoolState;
import io.ballast.sense.market.Evidence;
import io.ballast.sense.market.FeedPrice;
import io.ballast.sense.market.MarketState;
import io.ballast.sense.market.Observation;
import io.ballast.sense.market.Sequencer;
import io.ballast.think.portfolio.ExitValue;
import io.ballast.think.portfolio.Holdings;
import io.ballast.think.portfolio.UnitAccount;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The world as the gate sees it.
 *
 * @param now of the injected clock
 * @param block the decision is pinned to
 * @param nav net asset value at that block
 * @param invested value of the tokens at that block
 * @param coins native balance
 * @param coinPrice of one native coin
 * @param prices of all tokens that the net asset value rests on
 * @param sequencer of the rollup, at that block
 * @param exit what selling everything through the pools would leave; empty if that is unknown, which is not zero
 * @param holdings what is held of each token
 * @param head height of the newest block that was ever seen, not below the block decided on
 * @param pools that may be traded
 * @param evidence read beside the market at that block
 */
public record Situation(
        Instant now,
        BlockRef block,
        Usd nav,
        Usd invested,
        Wei coins,
        Usd coinPrice,
        List<FeedPrice> prices,
        Sequencer sequencer,
        Optional<Usd> exit,
        List<TokenAmount> holdings,
        long head,
        List<PoolState> pools,
        Evidence evidence) {
    public Situation {
        prices = List.copyOf(prices);
        holdings = List.copyOf(holdings);
        pools = List.copyOf(pools);
        head = Math.max(head, block.number());
    }

    /**
     * The situation at the block of an observation.
     *
     * @param tip per unit of gas for the block's producer, of which the exit value takes account
     */
    public static Situation of(Instant now, Observation observation, Wei tip) {
        MarketState market = observation.market();
        Holdings holdings = Holdings.of(observation.account());
        ExitValue exit = ExitValue.of(holdings, market, tip);
        Usd invested = holdings.invested(market);
        return new Situation(
                now,
                market.block(),
                invested.plus(holdings.coinValue(market)),
                invested,
                holdings.coins(),
                market.price(market.universe().wrapped()),
                market.prices(),
                market.conditions().sequencer(),
                Optional.of(exit.net().plus(stuck(exit, holdings, market))),
                holdings.tokens(),
                market.block().number(),
                market.pools(),
                observation.evidence());
    }

    /**
     * What has no pool at all, because it is frozen, cannot be told by pools and counts at feed prices. What no pool can take for
     * want of depth counts nothing.
     */
    private static Usd stuck(ExitValue exit, Holdings holdings, MarketState market) {
        return exit.unsold().isEmpty()
                ? Usd.ZERO
                : exit.unsold().stream()
                        .filter(token -> market.pools().stream().noneMatch(pool -> pool.holds(token)))
                        .map(token -> holdings.amount(token).at(market.price(token)))
                        .reduce(Usd.ZERO, Usd::plus);
    }

    /** The same at another time by the clock. */
    public Situation at(Instant later) {
        return later.equals(now)
                ? this
                : new Situation(
                        later, block, nav, invested, coins, coinPrice, prices, sequencer, exit, holdings, head, pools,
                        evidence);
    }

    /** The same where a newer block is known. */
    public Situation under(long newest) {
        return newest <= head
                ? this
                : new Situation(
                        now,
                        block,
                        nav,
                        invested,
                        coins,
                        coinPrice,
                        prices,
                        sequencer,
                        exit,
                        holdings,
                        Math.max(head, newest),
                        pools,
                        evidence);
    }

    /** Both values of the account; empty if the exit value is unknown. */
    Optional<Worth> worth() {
        return exit.map(leaves -> new Worth(nav, leaves));
    }

    /** The same, empty too while a feed is stale: nothing is remembered or done on such values. */
    Optional<Worth> trusted() {
        return anyStale() ? Optional.empty() : worth();
    }

    /** What is held of a token; empty if nothing is known of it, which is not zero. */
    Optional<TokenAmount> holding(Token token) {
        for (TokenAmount held : holdings) {
            if (held.token().equals(token)) {
                return Optional.of(held);
            }
        }
        return Optional.empty();
    }

    /** The same with both values of one unit, so that money put in is no gain and money taken out no loss. */
    public Situation perUnit(UnitAccount units) {
        if (units.units().compareTo(BigDecimal.ONE) == 0) {
            return this;
        }
        return new Situation(
                now,
                block,
                units.perUnit(nav),
                invested,
                coins,
                coinPrice,
                prices,
                sequencer,
                exit.map(units::perUnit),
                holdings,
                head,
                pools,
                evidence);
    }

    /**
     * Time as the rolling limits count it: the earlier of the clock's and the block's, so that neither a clock that jumps
     * ahead nor a node that lies can make the limits forget.
     */
    public Instant time() {
        return now.isBefore(block.timestamp()) ? now : block.timestamp();
    }

    public Optional<Usd> price(Token token) {
        for (FeedPrice feed : prices) {
            if (feed.token().equals(token)) {
                return Optional.of(feed.price());
            }
        }
        return Optional.empty();
    }

    /** Value at feed prices; empty if the token has no price, which is not zero. */
    public Optional<Usd> value(TokenAmount amount) {
        return price(amount.token()).map(amount::at);
    }

    private boolean anyStale() {
        for (FeedPrice feed : prices) {
            if (feed.stale()) {
                return true;
            }
        }
        return false;
    }

    /** Tokens whose price is older than its heartbeat. */
    public List<Token> staleFeeds() {
        return anyStale()
                ? prices.stream().filter(FeedPrice::stale).map(FeedPrice::token).toList()
                : List.of();
    }
}
