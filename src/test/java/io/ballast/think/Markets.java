package io.ballast.think;

import io.ballast.base.units.Address;
import io.ballast.base.units.BlockRef;
import io.ballast.base.units.Bps;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.PoolId;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Usd;
import io.ballast.base.units.Wei;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.dex.ConcentratedPool;
import io.ballast.sense.dex.ConstantProductPool;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.PoolState;
import io.ballast.sense.dex.Pools;
import io.ballast.sense.dex.Pools.Position;
import io.ballast.sense.dex.TickMath;
import io.ballast.sense.dex.Venue;
import io.ballast.sense.market.FeedPrice;
import io.ballast.sense.market.MarketState;
import io.ballast.sense.market.Universe;
import io.ballast.think.action.ActionRules;
import io.ballast.think.action.WeightBound;
import io.ballast.think.feature.PriceWindow;
import io.ballast.think.portfolio.Holdings;
import io.ballast.think.portfolio.Weights;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A market of four tokens with 6, 8, 18 and 18 decimals and pairs whose mid prices are the feeds'. */
public final class Markets {
    public static final Token LINK = token(1, "LINK", 18);
    public static final Token USDC = token(2, "USDC", 6);
    public static final Token WBTC = token(3, "WBTC", 8);
    public static final Token WETH = token(4, "WETH", 18);
    public static final List<Token> TOKENS = List.of(LINK, USDC, WBTC, WETH);
    public static final Map<Token, Usd> PRICES =
            Map.of(LINK, Usd.of(20), USDC, Usd.of(1), WBTC, Usd.of(50_000), WETH, Usd.of(2_500));
    public static final Instant TIME = Instant.parse("2026-03-01T12:00:00Z");
    private static final Address ROUTER = address(0x40);

    private Markets() {}

    public static Address address(int number) {
        return new Address(String.format("0x%040x", number));
    }

    private static Token token(int address, String symbol, int decimals) {
        return new Token(address(address), symbol, decimals);
    }

    /** Pairs with cash for each token, of 0.05 %, a pair WBTC/WETH, and 1 gwei of base fee; {@code depth} USD on either side. */
    public static MarketState deep(long depth) {
        return market(
                PRICES,
                pair(0x91, LINK, USDC, 500, depth, PRICES),
                pair(0x92, WBTC, USDC, 500, depth, PRICES),
                pair(0x93, WETH, USDC, 500, depth, PRICES),
                pair(0x94, WBTC, WETH, 500, depth, PRICES));
    }

    public static MarketState market(Map<Token, Usd> prices, PoolState... pools) {
        List<PoolSpec> specs = Arrays.stream(pools).map(Markets::spec).toList();
        Universe universe = new Universe(31337, TOKENS, USDC, WETH, specs, List.of(), ROUTER, address(0x41));
        BlockHeader header = new BlockHeader(
                new BlockRef(100, Hash32.ZERO, Hash32.ZERO, TIME), Wei.ofGwei(BigDecimal.ONE), 15_000_000, 30_000_000);
        List<FeedPrice> feeds = TOKENS.stream()
                .map(token -> new FeedPrice(token, prices.get(token), TIME, false))
                .toList();
        return new MarketState(universe, header, List.of(pools), feeds);
    }

    private static PoolSpec spec(PoolState pool) {
        return new PoolSpec(pool.id(), pool.venue(), pool.token0(), pool.token1(), pool.feePips(), 0);
    }

    /** A pair of two tokens in either order, with {@code depth} USD on either side. */
    public static ConstantProductPool pair(int id, Token a, Token b, int feePips, long depth, Map<Token, Usd> prices) {
        boolean ordered = a.address().compareTo(b.address()) < 0;
        Token token0 = ordered ? a : b;
        Token token1 = ordered ? b : a;
        PoolSpec spec = new PoolSpec(PoolId.of(address(id)), Venue.UNISWAP_V2, token0, token1, feePips, 0);
        return new ConstantProductPool(
                spec,
                worth(token0, Usd.of(depth), prices).raw(),
                worth(token1, Usd.of(depth), prices).raw());
    }

    /** A pool of concentrated liquidity in three ranges around the mid price of the feeds, about as deep as said near it. */
    public static ConcentratedPool concentrated(int id, Token a, Token b, int feePips, long depth) {
        ConstantProductPool flat = pair(id, a, b, feePips, depth, PRICES);
        BigInteger squared = flat.reserve1().shiftLeft(192).divide(flat.reserve0());
        BigInteger sqrtPrice = squared.sqrt();
        BigInteger liquidity = flat.reserve0().multiply(flat.reserve1()).sqrt();
        int centre = Math.floorDiv(TickMath.tickAtSqrtRatio(sqrtPrice), 60) * 60;
        PoolSpec spec = Pools.spec(id, flat.token0(), flat.token1(), feePips, 60);
        return Pools.pool(
                spec,
                sqrtPrice,
                List.of(
                        new Position(centre - 12_000, centre + 12_000, liquidity),
                        new Position(centre - 600, centre + 600, liquidity),
                        new Position(centre - 60, centre + 120, liquidity)));
    }

    /** So much of a token as is worth {@code value}, rounded down. */
    public static TokenAmount worth(Token token, Usd value, Map<Token, Usd> prices) {
        return TokenAmount.of(
                token, value.value().divide(prices.get(token).value(), token.decimals(), RoundingMode.DOWN));
    }

    /** Holdings worth so many USD of LINK, USDC, WBTC and WETH, and one coin. */
    public static Holdings holdings(long link, long usdc, long wbtc, long weth) {
        return new Holdings(
                List.of(
                        worth(LINK, Usd.of(link), PRICES),
                        worth(USDC, Usd.of(usdc), PRICES),
                        worth(WBTC, Usd.of(wbtc), PRICES),
                        worth(WETH, Usd.of(weth), PRICES)),
                Wei.ofCoins(BigDecimal.ONE));
    }

    /** Weights of LINK, USDC, WBTC and WETH, in percent. */
    public static Weights weights(int link, int usdc, int wbtc, int weth) {
        return new Weights(
                TOKENS,
                IntStream.of(link, usdc, wbtc, weth)
                        .mapToObj(percent -> BigDecimal.valueOf(percent, 2))
                        .toList());
    }

    /** Steps of a quarter, a minimum of 10 USD, at most 100 bps of impact and 30 bps of slippage, any weight. */
    public static ActionRules rules() {
        return new ActionRules(
                TOKENS.stream()
                        .map(token -> new WeightBound(token, Bps.ZERO, Bps.WHOLE))
                        .toList(),
                steps(),
                Usd.of(10),
                new Bps(100),
                new Bps(30),
                Wei.ofGwei(BigDecimal.ONE));
    }

    public static List<Bps> steps() {
        return IntStream.of(2_500, 5_000, 7_500, 10_000).mapToObj(Bps::new).toList();
    }

    /** Bars an hour apart whose last closes are given, each token's closes oldest first. */
    public static PriceWindow window(double[]... closesByToken) {
        int bars = closesByToken[0].length;
        List<Instant> times = new ArrayList<>();
        List<double[]> closes = new ArrayList<>();
        for (int bar = 0; bar < bars; bar++) {
            int row = bar;
            times.add(TIME.minus(Duration.ofHours(bars - 1L - bar)));
            closes.add(Arrays.stream(closesByToken)
                    .mapToDouble(token -> token[row])
                    .toArray());
        }
        return new PriceWindow(TOKENS, times, closes);
    }

    /** {@code bars} bars in which each token's price grows by a constant factor a bar, given in percent. */
    public static PriceWindow trend(int bars, double... percent) {
        return window(Arrays.stream(percent)
                .mapToObj(growth -> IntStream.range(0, bars)
                        .mapToDouble(bar -> 100 * StrictMath.pow(1 + growth / 100, bar) * (1 + (bar % 2) * 0.002))
                        .toArray())
                .toArray(double[][]::new));
    }
}
