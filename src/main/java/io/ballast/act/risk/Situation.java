package io.ballast.act.risk;

import io.ballast.base.units.BlockRef;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Usd;
import io.ballast.base.units.Wei;
import io.ballast.sense.market.FeedPrice;
import io.ballast.sense.market.MarketState;
import io.ballast.sense.market.Observation;
import io.ballast.sense.market.Sequencer;
import io.ballast.think.portfolio.Holdings;
import io.ballast.think.portfolio.UnitAccount;
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
 */
public record Situation(
        Instant now,
        BlockRef block,
        Usd nav,
        Usd invested,
        Wei coins,
        Usd coinPrice,
        List<FeedPrice> prices,
        Sequencer sequencer) {
    public Situation {
        prices = List.copyOf(prices);
    }

    /** The situation at the block of an observation. */
    public static Situation of(Instant now, Observation observation) {
        MarketState market = observation.market();
        Holdings holdings = Holdings.of(observation.account());
        return new Situation(
                now,
                market.block(),
                holdings.nav(market),
                holdings.invested(market),
                holdings.coins(),
                market.price(market.universe().wrapped()),
                market.prices(),
                market.conditions().sequencer());
    }

    /** The same with the net asset value of one unit, so that money put in is no gain and money taken out no loss. */
    public Situation perUnit(UnitAccount units) {
        return new Situation(
                now, block, units.perUnit(nav), invested, coins, coinPrice, prices, sequencer);
    }

    /**
     * Time as the rolling limits count it: the earlier of the clock's and the block's, so that neither a clock that jumps
     * ahead nor a node that lies can make the limits forget.
     */
    public Instant time() {
        return now.isBefore(block.timestamp()) ? now : block.timestamp();
    }

    public Optional<Usd> price(Token token) {
        return prices.stream()
                .filter(feed -> feed.token().equals(token))
                .map(FeedPrice::price)
                .findFirst();
    }

    /** Value at feed prices; empty if the token has no price, which is not zero. */
    public Optional<Usd> value(TokenAmount amount) {
        return price(amount.token()).map(amount::at);
    }

    /** Tokens whose price is older than its heartbeat. */
    public List<Token> staleFeeds() {
        return prices.stream().filter(FeedPrice::stale).map(FeedPrice::token).toList();
    }
}
