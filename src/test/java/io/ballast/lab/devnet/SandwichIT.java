package io.ballast.lab.devnet;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bps;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Wei;
import io.ballast.sense.chain.web3j.Web3jChain;
import io.ballast.sense.dex.Hop;
import io.ballast.sense.dex.PoolState;
import io.ballast.sense.dex.Route;
import io.ballast.sense.dex.RoutePart;
import io.ballast.sense.dex.Router;
import io.ballast.sense.dex.Sandwich;
import io.ballast.sense.dex.SandwichBound;
import io.ballast.sense.dex.SwapQuote;
import io.ballast.sense.dex.Venue;
import io.ballast.sense.dex.web3j.Erc20;
import io.ballast.sense.dex.web3j.SwapCalldata;
import io.ballast.sense.market.MarketReader;
import io.ballast.sense.market.Universe;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Sandwiches that really happen: front-run, victim and back-run in one block, in the order of their fees. */
class SandwichIT {
    private static final Address VICTIM = Address.parse("0x00000000000000000000000000000000000000a1");
    private static final Address ATTACKER = Address.parse("0x00000000000000000000000000000000000000b2");
    private static final Duration BLOCK = Duration.ofSeconds(12);
    private static final BigInteger GWEI = BigInteger.TEN.pow(9);
    private static final Instant NEVER = Instant.ofEpochSecond(4_000_000_000L);

    private static Devnet devnet;
    private static Probe probe;
    private static Universe universe;
    private static MarketReader reader;

    @BeforeAll
    static void start() {
        devnet = DevnetAtHand.lockStep(7);
        probe = new Probe(devnet.rpcUrl());
        universe = devnet.addresses().universe();
        reader = new MarketReader(
                new Web3jChain(List.of(devnet.rpcUrl().toString()), universe.chainId()), universe, VICTIM);
        List<TokenAmount> gifts = universe.tokens().stream()
                .map(token -> TokenAmount.of(token, BigDecimal.valueOf(1_000_000)))
                .toList();
        for (Address account : List.of(VICTIM, ATTACKER)) {
            devnet.fund(account, gifts, Wei.ofCoins(BigDecimal.valueOf(100)));
            for (Token token : universe.tokens()) {
                TokenAmount all = TokenAmount.of(token, BigDecimal.valueOf(1_000_000_000));
                probe.send(
                        account, token.address(), Erc20.approve(universe.router(), all), GWEI.multiply(BigInteger.TEN));
            }
        }
        devnet.lockStep().mineQuiet(BLOCK);
    }

    @AfterAll
    static void stop() {
        if (devnet != null) {
            devnet.close();
        }
    }

    @Test
    void takesFromAPairWhatWasComputedToTheWei() {
        stage(only(Venue.UNISWAP_V2), 200);
    }

    @Test
    void takesFromAConcentratedPoolWhatWasComputedToTheWei() {
        stage(only(Venue.UNISWAP_V3), 600);
    }

    @Test
    void takesFromASplitWhatWasComputedToTheWei() {
        List<PoolState> pools = reader.observe().market().pools().stream()
                .filter(pool -> pool.holds(universe.wrapped()) && pool.holds(universe.cash()))
                .toList();
        assertThat(stage(pools, 3_000)).isGreaterThan(1);
    }

    private static List<PoolState> only(Venue venue) {
        return reader.observe().market().pools().stream()
                .filter(pool -> pool.venue() == venue)
                .filter(pool -> pool.holds(universe.wrapped()) && pool.holds(universe.cash()))
                .limit(1)
                .toList();
    }

    /** Swaps so much WETH for cash between the two halves of the worst attack; the parts of the swap. */
    private static int stage(List<PoolState> pools, int whole) {
        TokenAmount amount = TokenAmount.of(universe.wrapped(), BigDecimal.valueOf(whole));
        SwapQuote quote = new Router()
                .best(pools, amount, universe.cash(), BigDecimal.ZERO)
                .orElseThrow();
        SandwichBound bound = new Sandwich(new Bps(100), new Bps(40), BigDecimal.ZERO).of(quote, pools);
        assertThat(bound.pays()).isTrue();

        TokenAmount bought = front(bound, pools);
        BigInteger paidBefore = probe.balance(quote.in(), ATTACKER);
        BigInteger cashBefore = probe.balance(quote.out(), VICTIM);
        String first = swap(ATTACKER, part(bound, pools, bound.frontRun(), quote.out()), 40);
        String victim = probe.send(
                VICTIM,
                universe.router(),
                SwapCalldata.exactInput(quote.atLeast(bound.minOut()), VICTIM, NEVER),
                GWEI.multiply(BigInteger.valueOf(30)));
        String last = swap(ATTACKER, part(bound, pools, bought, quote.in()), 20);
        devnet.lockStep().mineQuiet(BLOCK);

        assertThat(List.of(first, victim, last)).allMatch(SandwichIT::succeeded);
        BigInteger profit = probe.balance(quote.in(), ATTACKER).subtract(paidBefore);
        BigInteger received = probe.balance(quote.out(), VICTIM).subtract(cashBefore);
        BigInteger loss = quote.amountOut().raw().subtract(received);
        System.out.printf(
                Locale.ROOT,
                "sandwich of %d WETH, %s: loss %s of at most %s, attacker's profit %s%n",
                whole,
                quote.route(),
                new TokenAmount(quote.out(), loss),
                bound.loss(),
                bound.attackerProfit());
        assertThat(profit).isEqualTo(bound.attackerProfit().raw());
        assertThat(received).isGreaterThanOrEqualTo(bound.minOut().raw());
        assertThat(loss).isPositive().isLessThanOrEqualTo(bound.loss().raw());
        return quote.parts().size();
    }

    private static TokenAmount front(SandwichBound bound, List<PoolState> pools) {
        return pool(bound, pools).swapExactIn(bound.frontRun()).amountOut();
    }

    private static PoolState pool(SandwichBound bound, List<PoolState> pools) {
        return pools.stream()
                .filter(pool -> pool.id().equals(bound.pool()))
                .findFirst()
                .orElseThrow();
    }

    private static RoutePart part(SandwichBound bound, List<PoolState> pools, TokenAmount amount, Token out) {
        PoolState pool = pool(bound, pools);
        Hop hop = new Hop(pool.id(), pool.venue(), pool.feePips(), amount.token(), out);
        return new RoutePart(new Route(List.of(hop)), amount, new TokenAmount(out, BigInteger.ONE));
    }

    private static String swap(Address from, RoutePart part, int gwei) {
        Bytes data = SwapCalldata.exactInput(List.of(part), from, NEVER);
        return probe.send(from, universe.router(), data, GWEI.multiply(BigInteger.valueOf(gwei)));
    }

    private static boolean succeeded(String hash) {
        return probe.rpc()
                .call("eth_getTransactionReceipt", hash)
                .get("status")
                .stringValue()
                .equals("0x1");
    }
}
