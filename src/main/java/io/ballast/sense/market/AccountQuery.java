package io.ballast.sense.market;

import io.ballast.base.units.Address;
import io.ballast.base.units.BlockRef;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Usd;
import io.ballast.base.units.Wei;
import io.ballast.sense.chain.CallResult;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.EthCall;
import io.ballast.sense.dex.web3j.Erc20;
import io.ballast.sense.dex.web3j.Multicall3;
import io.ballast.sense.dex.web3j.PriceFeed;
import io.ballast.sense.dex.web3j.Words;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Feeds, balances and allowances of a universe's tokens and the coins of an account, as one Multicall3 call. */
final class AccountQuery {
    private final Universe universe;
    private final Address owner;
    private final List<FeedSpec> feeds;

    AccountQuery(Universe universe, Address owner) {
        this.universe = universe;
        this.owner = owner;
        this.feeds = universe.tokens().stream()
                .map(token -> universe.feeds().stream()
                        .filter(feed -> feed.token().equals(token))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("no price feed of " + token)))
                .toList();
    }

    /** What was read; prices in the order of the universe's tokens. */
    record Reply(List<FeedPrice> prices, AccountState account) {}

    EthCall call() {
        List<Multicall3.Call> calls = new ArrayList<>();
        feeds.forEach(feed -> calls.add(new Multicall3.Call(feed.feed(), PriceFeed.latestRoundData())));
        for (Token token : universe.tokens()) {
            calls.add(new Multicall3.Call(token.address(), Erc20.balanceOf(owner)));
            calls.add(new Multicall3.Call(token.address(), Erc20.allowance(owner, universe.router())));
        }
        calls.add(new Multicall3.Call(universe.multicall(), Multicall3.ethBalance(owner)));
        return EthCall.to(universe.multicall(), Multicall3.aggregate3(calls));
    }

    Reply reply(CallResult result, BlockRef block) {
        Bytes answer = result.orThrow("Multicall3 at " + universe.multicall());
        Instant time = block.timestamp();
        int count = feeds.size() + 2 * universe.tokens().size() + 1;
        Iterator<CallResult> results = Multicall3.results(answer, count).iterator();
        List<FeedPrice> prices = new ArrayList<>();
        feeds.forEach(feed -> prices.add(price(feed, results.next(), time)));
        List<TokenAmount> balances = new ArrayList<>();
        List<TokenAmount> allowances = new ArrayList<>();
        for (Token token : universe.tokens()) {
            balances.add(new TokenAmount(token, number("balance of " + token, results.next())));
            allowances.add(new TokenAmount(token, number("allowance of " + token, results.next())));
        }
        Wei coins = new Wei(number("balance of coins", results.next()));
        return new Reply(List.copyOf(prices), new AccountState(owner, balances, coins, allowances));
    }

    private static FeedPrice price(FeedSpec feed, CallResult result, Instant time) {
        String what = "price feed of " + feed.token();
        PriceFeed.Round round = PriceFeed.round(what, result.orThrow(what), time);
        Usd price = Usd.of(new BigDecimal(round.answer(), feed.decimals()));
        if (!price.isPositive()) {
            throw new ChainException(ChainException.Kind.MALFORMED, what + " rounds to zero: " + round.answer());
        }
        boolean stale = round.updatedAt().plus(feed.heartbeat()).isBefore(time);
        return new FeedPrice(feed.token(), price, round.updatedAt(), stale);
    }

    private static BigInteger number(String what, CallResult result) {
        return new Words(what, result.orThrow(what)).exactly(1).uint(0, 256);
    }
}
