package io.ballast.sense.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Wei;
import io.ballast.lab.devnet.Devnet;
import io.ballast.lab.devnet.DevnetAtHand;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.chain.CallResult;
import io.ballast.sense.chain.EthCall;
import io.ballast.sense.chain.SimulatedResult;
import io.ballast.sense.chain.SimulatedTx;
import io.ballast.sense.chain.web3j.Web3jChain;
import io.ballast.sense.dex.Arithmetic;
import io.ballast.sense.dex.ConcentratedPool;
import io.ballast.sense.dex.InsufficientLiquidityException;
import io.ballast.sense.dex.NodeQuotedPool;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.PoolState;
import io.ballast.sense.dex.Router;
import io.ballast.sense.dex.SwapQuote;
import io.ballast.sense.dex.SwapResult;
import io.ballast.sense.dex.Venue;
import io.ballast.sense.dex.web3j.Allowance;
import io.ballast.sense.dex.web3j.Erc20;
import io.ballast.sense.dex.web3j.NodeQuotedReads;
import io.ballast.sense.dex.web3j.SwapCalldata;
import io.ballast.sense.dex.web3j.TransferEvent;
import io.ballast.sense.dex.web3j.Words;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is read and computed here against what the real contracts say, to the unit. */
class MarketReaderIT {
    private static final Address OWNER = new Address("0x" + "0b".repeat(20));
    private static final Duration BAR = Duration.ofMinutes(15);
    private static final int BARS = 24;
    private static final int SWAPS = 1_000;

    private static Devnet devnet;
    private static Web3jChain chain;
    private static Universe universe;
    private static MarketReader reader;
    private static Observation seen;

    @BeforeAll
    static void market() {
        devnet = DevnetAtHand.lockStep(7);
        universe = devnet.addresses().universe();
        chain = new Web3jChain(List.of(devnet.rpcUrl().toString()), universe.chainId());
        devnet.lockStep().warmUp(BARS, BAR, 3);
        List<TokenAmount> gifts = universe.tokens().stream()
                .map(token -> TokenAmount.of(token, BigDecimal.valueOf(1_000)))
                .toList();
        devnet.fund(OWNER, gifts, Wei.ofCoins(BigDecimal.TEN));
        reader = new MarketReader(chain, universe, OWNER);
        seen = reader.observe();
    }

    @AfterAll
    static void end() {
        if (devnet != null) {
            devnet.close();
        }
    }

    @Test
    void theLensReadsWhatThePoolsOwnGettersSay() {
        DevnetMarket direct = new DevnetMarket(chain, seen.market().block().hash(), universe.multicall());
        List<PoolSpec> concentrated = universe.pools().stream()
                .filter(pool -> pool.venue() == Venue.UNISWAP_V3)
                .toList();

        assertThat(concentrated).isNotEmpty();
        for (PoolSpec spec : concentrated) {
            ConcentratedPool expected = direct.pool(spec);
            assertThat(seen.market().pool(spec.id())).isEqualTo(expected);
            assertThat(expected.ticks().size()).isPositive();
        }
    }

    @Test
    void theAccountHoldsWhatItWasGiven() {
        assertThat(seen.account().balances())
                .allSatisfy(balance -> assertThat(balance.whole()).isEqualByComparingTo("1000"));
        assertThat(seen.account().allowances()).allMatch(Allowance::isZero);
        assertThat(seen.account().coins())
                .isEqualTo(chain.balance(seen.market().block().hash(), OWNER));
        assertThat(seen.market().prices()).noneMatch(FeedPrice::stale);
    }

    @Test
    void everyQuoteEqualsTheQuotersToTheUnit() {
        Random random = new Random(42);
        DevnetMarket direct = new DevnetMarket(chain, seen.market().block().hash(), universe.multicall());
        List<TokenAmount> amounts = new ArrayList<>();
        List<PoolState> pools = new ArrayList<>();
        List<EthCall> calls = new ArrayList<>();
        for (int i = 0; i < SWAPS; i++) {
            PoolState pool = seen.market()
                    .pools()
                    .get(random.nextInt(seen.market().pools().size()));
            Token in = random.nextBoolean() ? pool.token0() : pool.token1();
            TokenAmount amount = amount(random, in);
            pools.add(pool);
            amounts.add(amount);
            calls.add(call(pool, amount));
        }
        List<CallResult> answers = direct.all(calls);

        int compared = 0;
        for (int i = 0; i < SWAPS; i++) {
            compared += requireEqual(pools.get(i), amounts.get(i), answers.get(i));
        }
        assertThat(compared).isGreaterThan(SWAPS * 9 / 10);
    }

    @Test
    void poolsThatTheNodeQuotesQuoteAsOursDoAndAreSwappedOnce() {
        Random random = new Random(43);
        Hash32 at = seen.market().block().hash();
        List<PoolState> ours = seen.market().pools().stream()
                .filter(pool -> pool.venue() == Venue.UNISWAP_V3)
                .toList();
        List<PoolSpec> specs =
                ours.stream().map(MarketReaderIT::quotedByTheNode).toList();
        Address quoter = devnet.addresses().contracts().quoter();
        NodeQuotedReads reads =
                new NodeQuotedReads(chain, specs.stream().collect(Collectors.toMap(PoolSpec::id, spec -> quoter)));
        List<PoolState> theirs = reads.states(at, specs);

        for (int i = 0; i < ours.size(); i++) {
            for (int round = 0; round < 10; round++) {
                TokenAmount in = amount(
                        random,
                        random.nextBoolean()
                                ? specs.get(i).token0()
                                : specs.get(i).token1());
                assertThat(out(theirs.get(i), in)).isEqualTo(out(ours.get(i), in));
            }
            TokenAmount some = TokenAmount.of(specs.get(i).token0(), new BigDecimal("0.01"));
            SwapResult paid = theirs.get(i).swapExactOut(specs.get(i).token1(), some);
            assertThat(paid.amountIn())
                    .isEqualTo(ours.get(i)
                            .swapExactOut(specs.get(i).token1(), some)
                            .amountIn());
            assertThat(theirs.get(i).midPrice(some.token()))
                    .isEqualTo(ours.get(i).midPrice(some.token()));
            assertThatExceptionOfType(InsufficientLiquidityException.class)
                    .isThrownBy(() -> paid.after().swapExactIn(some))
                    .withMessageContaining("after a swap");
        }
    }

    @Test
    void theMarketHoldsThemMarkedAmongTheOthers() {
        PoolState ours = seen.market().pools().stream()
                .filter(pool -> pool.venue() == Venue.UNISWAP_V3)
                .findFirst()
                .orElseThrow();
        PoolSpec theirs = quotedByTheNode(ours);
        Universe mixed = new Universe(
                universe.chainId(),
                universe.tokens(),
                universe.cash(),
                universe.wrapped(),
                universe.pools().stream()
                        .map(spec -> spec.id().equals(theirs.id()) ? theirs : spec)
                        .toList(),
                universe.feeds(),
                universe.routers(),
                universe.multicall(),
                universe.chain(),
                Map.of(theirs.id(), devnet.addresses().contracts().quoter()),
                universe.contracts());
        MarketState market = new MarketReader(chain, mixed, OWNER)
                .observeAt(seen.market().header())
                .market();

        assertThat(market.pool(theirs.id())).isInstanceOf(NodeQuotedPool.class);
        assertThat(market.pools()).hasSameSizeAs(seen.market().pools());
        for (PoolState pool : seen.market().pools()) {
            assertThat(market.pool(pool.id()).midPrice(pool.token0())).isEqualTo(pool.midPrice(pool.token0()));
        }
    }

    private static PoolSpec quotedByTheNode(PoolState pool) {
        PoolSpec spec = pool.spec();
        return new PoolSpec(
                spec.id(),
                spec.venue(),
                spec.tokens(),
                spec.feePips(),
                spec.tickSpacing(),
                spec.hooks(),
                Arithmetic.NODE);
    }

    private static BigInteger out(PoolState pool, TokenAmount in) {
        try {
            return pool.swapExactIn(in).amountOut().raw();
        } catch (InsufficientLiquidityException nothing) {
            return BigInteger.ZERO;
        }
    }

    private static EthCall call(PoolState pool, TokenAmount amount) {
        Token out = pool.other(amount.token());
        return switch (pool) {
            case ConcentratedPool p ->
                DevnetMarket.quoter(devnet.addresses().contracts().quoter(), p.spec(), amount, out);
            default -> DevnetMarket.amountsOut(devnet.addresses().contracts().v2Router(), amount, amount.token(), out);
        };
    }

    /** Log-uniform from dust to ten million dollars at the feed's price. */
    private static TokenAmount amount(Random random, Token token) {
        double usd = Math.pow(10, random.nextDouble() * 13 - 6);
        BigDecimal whole =
                BigDecimal.valueOf(usd / seen.market().price(token).value().doubleValue());
        return new TokenAmount(
                token, whole.movePointRight(token.decimals()).toBigInteger().add(BigInteger.ONE));
    }

    /** 1 if the chain gave something to compare; where we refuse for want of output, the chain must give nothing either. */
    private static int requireEqual(PoolState pool, TokenAmount in, CallResult answer) {
        Optional<SwapResult> swap = swap(pool, in);
        if (swap.isEmpty()) {
            if (answer instanceof CallResult.Returned(Bytes data)) {
                int at = data.size() - 32;
                BigInteger out = new Words("quote", data).unsigned(pool.venue() == Venue.UNISWAP_V2 ? at : 0, 32);
                assertThat(out).isZero();
            }
            return 0;
        }
        Words words = new Words("quote of " + in + " in " + pool.id(), answer.orThrow("quote of " + in));
        if (swap.get().after() instanceof ConcentratedPool after) {
            assertThat(swap.get().amountOut().raw()).isEqualTo(words.unsigned(0, 32));
            assertThat(after.sqrtPriceX96()).isEqualTo(words.unsigned(32, 32));
        } else {
            assertThat(swap.get().amountOut().raw()).isEqualTo(words.unsigned(words.size() - 32, 32));
        }
        return 1;
    }

    private static Optional<SwapResult> swap(PoolState pool, TokenAmount in) {
        try {
            return Optional.of(pool.swapExactIn(in));
        } catch (InsufficientLiquidityException nothing) {
            return Optional.empty();
        }
    }

    @Test
    void everyRouteDeliversItsQuoteThroughTheRouter() {
        Router router = new Router();
        int executed = 0;
        for (Token in : universe.tokens()) {
            for (Token out : universe.tokens()) {
                if (!in.equals(out)) {
                    for (List<PoolState> pools : venues()) {
                        TokenAmount amount = TokenAmount.of(in, BigDecimal.valueOf(3));
                        Optional<SwapQuote> quote = router.best(pools, amount, out, BigDecimal.ZERO);
                        quote.ifPresent(MarketReaderIT::requireDelivered);
                        executed += quote.isPresent() ? 1 : 0;
                    }
                }
            }
        }
        assertThat(executed).isGreaterThanOrEqualTo(20);
    }

    @Test
    void aSwapThroughManyTicksDeliversItsQuote() {
        Token weth = universe.wrapped();
        for (PoolState pool : seen.market().pools()) {
            boolean trades = pool.venue() == Venue.UNISWAP_V3
                    && (pool.token0().equals(weth) || pool.token1().equals(weth));
            for (int whole : trades ? new int[] {30, 300, 900} : new int[0]) {
                TokenAmount amount = TokenAmount.of(weth, BigDecimal.valueOf(whole));
                requireDelivered(new Router()
                        .best(List.of(pool), amount, pool.other(weth), BigDecimal.ZERO)
                        .orElseThrow());
            }
        }
    }

    private static List<List<PoolState>> venues() {
        return List.of(
                seen.market().pools().stream()
                        .filter(pool -> pool.venue() == Venue.UNISWAP_V2)
                        .toList(),
                seen.market().pools().stream()
                        .filter(pool -> pool.venue() == Venue.UNISWAP_V3)
                        .toList(),
                seen.market().pools());
    }

    private static void requireDelivered(SwapQuote quote) {
        Address token = quote.amountIn().token().address();
        Bytes approve = Erc20.approve(universe.router(), quote.amountIn());
        Bytes swap = SwapCalldata.exactInput(
                quote.atLeast(quote.amountOut()),
                OWNER,
                seen.market().block().timestamp().plusSeconds(600));
        List<SimulatedResult> results = chain.simulate(
                seen.market().block().hash(),
                List.of(
                        new SimulatedTx(OWNER, token, approve, 100_000),
                        new SimulatedTx(OWNER, universe.router(), swap, 2_000_000)));
        SimulatedResult swapped = results.get(1);
        assertThat(swapped.succeeded()).as("%s", quote.route()).isTrue();
        BigInteger received = swapped.logs().stream()
                .flatMap(log -> TransferEvent.of(log).stream())
                .filter(transfer -> transfer.to().equals(OWNER))
                .map(TransferEvent::raw)
                .reduce(BigInteger.ZERO, BigInteger::add);
        assertThat(received).as("%s", quote.route()).isEqualTo(quote.amountOut().raw());
        assertThat(swapped.gasUsed()).as("%s", quote.route()).isBetween(quote.gas() / 2, quote.gas());
    }

    @Test
    void pastBarsAreWhatTheLensReadsAtTheirBlocks() {
        ReferencePools references = ReferencePools.choose(seen.market());

        PriceBars bars = new PriceHistory(chain).last(seen.market(), references, BAR, BARS - 1);

        assertThat(bars.missing()).isEmpty();
        assertThat(bars.closes().get(BARS - 2)).containsExactly(references.closes(seen.market()));
        List<BlockHeader> headers = headers();
        for (int i = 0; i < bars.times().size(); i++) {
            BlockHeader closing = lastAtOrBefore(headers, bars, i);
            double[] there = references.closes(reader.observeAt(closing).market());
            assertThat(bars.closes().get(i)).as("bar %d", i).containsExactly(there);
        }
    }

    private static List<BlockHeader> headers() {
        List<Long> numbers = java.util.stream.LongStream.rangeClosed(
                        1, seen.market().block().number())
                .boxed()
                .toList();
        return chain.headers(numbers);
    }

    private static BlockHeader lastAtOrBefore(List<BlockHeader> headers, PriceBars bars, int i) {
        return headers.stream()
                .filter(header -> !header.ref().timestamp().isAfter(bars.times().get(i)))
                .reduce((a, b) -> b)
                .orElseThrow();
    }
}
