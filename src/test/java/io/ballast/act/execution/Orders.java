package io.ballast.act.execution;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bps;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.PoolId;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Usd;
import io.ballast.base.units.Wei;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.chain.LogEntry;
import io.ballast.sense.dex.Hop;
import io.ballast.sense.dex.Route;
import io.ballast.sense.dex.RouteQuote;
import io.ballast.sense.dex.Sandwich;
import io.ballast.sense.dex.SandwichBound;
import io.ballast.sense.dex.SwapQuote;
import io.ballast.sense.dex.Venue;
import io.ballast.sense.dex.web3j.Allowance;
import io.ballast.sense.dex.web3j.Event;
import io.ballast.sense.dex.web3j.SwapRouter02;
import io.ballast.sense.market.AccountState;
import io.ballast.sense.market.FeedPrice;
import io.ballast.sense.market.MarketState;
import io.ballast.sense.market.Observation;
import io.ballast.sense.market.Universe;
import io.ballast.think.action.Leg;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;

/** One order of 1,000 USDC for 0.3 WETH, and the transfers that fill it. */
final class Orders {
    static final Address OWNER = new Address("0x" + "aa".repeat(20));
    static final Address ROUTER = new Address("0x" + "bb".repeat(20));
    static final Address POOL = new Address("0x" + "cc".repeat(20));
    static final Token USDC = new Token(new Address("0x" + "11".repeat(20)), "USDC", 6);
    static final Token WETH = new Token(new Address("0x" + "22".repeat(20)), "WETH", 18);
    static final TokenAmount PAID = TokenAmount.of(USDC, new BigDecimal("1000"));
    static final TokenAmount QUOTED = TokenAmount.of(WETH, new BigDecimal("0.3"));

    private Orders() {}

    static SwapOrder order(BlockHeader pinned) {
        return order(pinned, "0.3");
    }

    /** With another amount quoted. */
    static SwapOrder order(BlockHeader pinned, String weth) {
        return order(pinned, weth, "d000001");
    }

    /** Of another decision. */
    static SwapOrder order(BlockHeader pinned, String weth, String decisionId) {
        TokenAmount quoted = TokenAmount.of(WETH, new BigDecimal(weth));
        Route route = new Route(List.of(new Hop(PoolId.of(POOL), Venue.UNISWAP_V3, 500, USDC, WETH)));
        RouteQuote quote =
                new RouteQuote(route, PAID, quoted, List.of(), new Bps(2), new BigDecimal("0.0005"), 130_000);
        return SwapOrder.of(
                decisionId, 1, pinned, leg(quote), Duration.ofSeconds(60), new SwapRouter02(ROUTER), List.of());
    }

    /** A leg that accepts 30 bps less than its quote. */
    static Leg leg(RouteQuote part) {
        SwapQuote quote = SwapQuote.of(List.of(part), List.of());
        SandwichBound sandwich = new Sandwich(new Bps(30), new Bps(30), new BigDecimal("1e30")).of(quote, List.of());
        return new Leg(quote, Usd.of(1_000), sandwich);
    }

    /** An account with coins in a market without pools. */
    static Observation observation(BlockHeader head) {
        return observation(head, List.of());
    }

    static Observation observation(BlockHeader head, List<Allowance> allowances) {
        Universe universe = new Universe(31_337, List.of(USDC, WETH), USDC, WETH, List.of(), List.of(), ROUTER, POOL);
        List<FeedPrice> prices = List.of(
                new FeedPrice(USDC, Usd.of(1), head.ref().timestamp(), false),
                new FeedPrice(WETH, Usd.of(3_333), head.ref().timestamp(), false));
        MarketState market = new MarketState(universe, head, List.of(), prices);
        List<TokenAmount> balances = List.of(PAID, TokenAmount.zero(WETH));
        return new Observation(market, new AccountState(OWNER, balances, Wei.ofCoins(BigDecimal.TEN), allowances));
    }

    static LogEntry transfer(Token token, Address from, Address to, BigInteger raw, Hash32 tx, int index) {
        return new LogEntry(
                token.address(),
                List.of(Event.TRANSFER.topic(), topic(from), topic(to)),
                io.ballast.base.units.Bytes.parse(String.format("0x%064x", raw)),
                101,
                FakeChain.block(101).hash(),
                tx,
                index);
    }

    static List<LogEntry> fill(BigInteger received, Hash32 tx) {
        return List.of(transfer(WETH, POOL, OWNER, received, tx, 7), transfer(USDC, OWNER, POOL, PAID.raw(), tx, 8));
    }

    private static Hash32 topic(Address address) {
        return new Hash32("0x" + "0".repeat(24) + address.hex().substring(2));
    }
}
