package io.ballast.lab.bench;

import io.ballast.act.risk.LossAction;
import io.ballast.act.risk.LossRule;
import io.ballast.act.risk.Protections;
import io.ballast.act.risk.RiskLimits;
import io.ballast.act.risk.Spenders;
import io.ballast.act.risk.StandingRules;
import io.ballast.act.risk.TradeRules;
import io.ballast.base.config.Turnover;
import io.ballast.base.units.Address;
import io.ballast.base.units.BlockRef;
import io.ballast.base.units.Bps;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.Keccak256;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Usd;
import io.ballast.base.units.Wei;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.dex.PoolState;
import io.ballast.sense.market.AccountState;
import io.ballast.sense.market.Evidence;
import io.ballast.sense.market.FeedPrice;
import io.ballast.sense.market.MarketState;
import io.ballast.sense.market.Observation;
import io.ballast.sense.market.Universe;
import io.ballast.think.action.WeightBound;
import io.ballast.think.feature.PriceWindow;
import io.ballast.think.portfolio.Weights;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An account of about 50,000 USD in four tokens over the seven pools of {@link RouteMarket}, far off its target, and limits like
 * a trader's. Four hours pass from round to round, so that what a day holds is remembered.
 */
final class SafetyGround {
    static final Wei TIP = Wei.ofGwei(BigDecimal.ONE);
    static final Duration HOUR = Duration.ofHours(1);
    private static final int HOURS_PER_ROUND = 4;
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int BLOCKS_PER_HOUR = 300;
    private static final int BARS = 64;
    private static final int CHAIN = 31_337;
    private static final Map<String, Usd> PRICES =
            Map.of("WETH", Usd.of(3_000), "USDC", Usd.of(1), "WBTC", Usd.of(60_000), "DAI", Usd.of(1));
    private static final Map<String, String> HELD =
            Map.of("WETH", "10", "USDC", "15000", "WBTC", "0.05", "DAI", "2000");
    private static final Map<String, String> TARGET =
            Map.of("WETH", "0.35", "USDC", "0.30", "WBTC", "0.25", "DAI", "0.10");

    private final List<PoolState> pools;
    private final List<Token> tokens;
    private final Universe universe;
    private final PriceWindow window;

    SafetyGround(long seed) {
        this.pools = new RouteMarket(seed)
                .bench().pools().stream()
                        .sorted(Comparator.comparing(pool -> pool.id().hex()))
                        .toList();
        this.tokens = pools.stream()
                .flatMap(pool -> Stream.of(pool.token0(), pool.token1()))
                .distinct()
                .sorted(Comparator.comparing(Token::address))
                .toList();
        this.universe = new Universe(
                CHAIN,
                tokens,
                token("USDC"),
                token("WETH"),
                pools.stream().map(PoolState::spec).toList(),
                List.of(),
                address("router"),
                address("multicall"));
        this.window = walk(new SplittableRandom(seed));
    }

    /** Pseudo-random walks of all prices, an hour a step. */
    private PriceWindow walk(SplittableRandom random) {
        List<double[]> closes = Stream.iterate(
                        tokens.stream()
                                .mapToDouble(token -> price(token).value().doubleValue())
                                .toArray(),
                        bar -> IntStream.range(0, bar.length)
                                .mapToDouble(i -> bar[i] * (1 + random.nextDouble(-0.01, 0.01)))
                                .toArray())
                .limit(BARS)
                .toList();
        List<Instant> times = IntStream.range(0, BARS)
                .mapToObj(bar -> START.minus(HOUR.multipliedBy(BARS - bar)))
                .toList();
        return new PriceWindow(tokens, times, closes);
    }

    Address owner() {
        return address("owner");
    }

    PriceWindow window() {
        return window;
    }

    Weights target() {
        return new Weights(
                tokens,
                tokens.stream()
                        .map(token -> new BigDecimal(TARGET.get(token.symbol())))
                        .toList());
    }

    static Instant time(int round) {
        return START.plus(HOUR.multipliedBy((long) HOURS_PER_ROUND * round));
    }

    Observation observation(int round) {
        Hash32 hash = Hash32.of(Keccak256.digest(("block " + round).getBytes(StandardCharsets.US_ASCII)));
        BlockRef block = new BlockRef((long) round * HOURS_PER_ROUND * BLOCKS_PER_HOUR, hash, Hash32.ZERO, time(round));
        BlockHeader header = new BlockHeader(block, TIP, 15_000_000, 30_000_000);
        List<FeedPrice> feeds = tokens.stream()
                .map(token -> new FeedPrice(token, price(token), time(round), false))
                .toList();
        AccountState account = new AccountState(owner(), balances(), Wei.ofCoins(BigDecimal.ONE), List.of());
        return new Observation(
                new MarketState(universe, header, pools, feeds), account, new Evidence(List.of(), codes()));
    }

    private List<TokenAmount> balances() {
        return tokens.stream()
                .map(token -> TokenAmount.of(token, new BigDecimal(HELD.get(token.symbol()))))
                .toList();
    }

    private Map<Address, Hash32> codes() {
        Map<Address, Hash32> codes = new HashMap<>();
        Stream.concat(tokens.stream().map(Token::address), Stream.of(universe.router()))
                .forEach(contract -> codes.put(contract, Hash32.of(Keccak256.digest(new byte[] {1}))));
        return codes;
    }

    /** Any weight for every token. */
    List<WeightBound> bounds() {
        return tokens.stream()
                .map(token -> new WeightBound(token, Bps.ZERO, Bps.WHOLE))
                .toList();
    }

    RiskLimits limits() {
        return new RiskLimits(
                Usd.of(7_000),
                Usd.of(250_000),
                Turnover.of(Bps.WHOLE),
                new Bps(100),
                new Bps(100),
                10,
                Wei.ofGwei(BigDecimal.valueOf(100)),
                Usd.of(500),
                Wei.ofGwei(BigDecimal.valueOf(20_000_000)),
                Duration.ofSeconds(60),
                HOUR,
                new LossRule(new Bps(2_000), Duration.ofMinutes(2), LossAction.HALT),
                tokens.stream().map(Token::address).collect(Collectors.toSet()),
                pools.stream().map(PoolState::id).collect(Collectors.toSet()),
                Spenders.of(universe.router()),
                40,
                Duration.ZERO,
                new LossRule(new Bps(500), Duration.ZERO, LossAction.REFUSE),
                new Bps(200),
                Map.of(token("USDC"), new Bps(200)),
                Duration.ofMinutes(5),
                token("USDC"),
                owner(),
                Optional.empty(),
                trade(),
                standing());
    }

    private TradeRules trade() {
        return new TradeRules(Usd.of(25_000), Usd.of(100), Bps.ZERO, 5, HOUR, Usd.of(100), bounds());
    }

    private static StandingRules standing() {
        return new StandingRules(
                5, Optional.empty(), 5, HOUR, Set.of(), true, Collections.emptySortedMap(), Protections.NONE);
    }

    private Token token(String symbol) {
        return tokens.stream()
                .filter(token -> token.symbol().equals(symbol))
                .findFirst()
                .orElseThrow();
    }

    private static Usd price(Token token) {
        return PRICES.getOrDefault(token.symbol(), Usd.ZERO);
    }

    private static Address address(String name) {
        byte[] hash = Keccak256.digest(name.getBytes(StandardCharsets.US_ASCII));
        return Address.parse(String.format("0x%040x", new BigInteger(1, hash).shiftRight(96)));
    }
}
