package io.ballast.think.model;

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
import io.ballast.sense.dex.ConstantProductPool;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.PoolState;
import io.ballast.sense.dex.Venue;
import io.ballast.sense.market.FeedPrice;
import io.ballast.sense.market.FeedSpec;
import io.ballast.sense.market.MarketState;
import io.ballast.sense.market.ReferencePools;
import io.ballast.sense.market.Universe;
import io.ballast.think.action.ActionRules;
import io.ballast.think.action.Candidate;
import io.ballast.think.action.CandidateGenerator;
import io.ballast.think.action.Signal;
import io.ballast.think.action.WeightBound;
import io.ballast.think.feature.PriceWindow;
import io.ballast.think.feature.WindowBuilder;
import io.ballast.think.portfolio.Holdings;
import io.ballast.think.portfolio.Weights;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A seeded market of three tokens against cash, one constant-product pool each; moods last, so that momentum pays. */
public final class SyntheticMarket {
    public static final Duration TIMEFRAME = Duration.ofHours(1);
    public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private static final double[] FIRST_PRICES = {1, 3000, 90_000, 15};
    private static final double MOOD_ENDS = 0.02;

    private final List<Token> tokens;
    private final List<double[]> prices = new ArrayList<>();
    private final Universe universe;

    /**
     * @param drift of a mood, per bar
     * @param volatility per bar
     */
    public SyntheticMarket(long seed, int bars, double drift, double volatility) {
        this(seed, bars, drift, volatility, new int[] {0xa, 0xb, 0xc, 0xd});
    }

    /** @param addresses of cash, WETH, WBTC and LINK, which order the universe */
    public SyntheticMarket(long seed, int bars, double drift, double volatility, int[] addresses) {
        String[] symbols = {"USDC", "WETH", "WBTC", "LINK"};
        int[] decimals = {6, 18, 8, 18};
        tokens = new ArrayList<>();
        for (int i = 0; i < symbols.length; i++) {
            tokens.add(new Token(address(addresses[i]), symbols[i], decimals[i]));
        }
        universe = universe();
        walk(new Random(seed), bars, drift, volatility);
    }

    public Universe universe() {
        if (universe != null) {
            return universe;
        }
        List<Token> sorted = tokens.stream()
                .sorted((a, b) -> a.address().compareTo(b.address()))
                .toList();
        List<PoolSpec> pools = tokens.stream()
                .skip(1)
                .map(this::spec)
                .sorted((a, b) -> a.id().compareTo(b.id()))
                .toList();
        List<FeedSpec> feeds = sorted.stream()
                .map(token -> new FeedSpec(token, address(0xfeed), 8, Duration.ofHours(1)))
                .toList();
        return new Universe(31337, sorted, tokens.get(0), tokens.get(1), pools, feeds, address(0x1), address(0x2));
    }

    public int bars() {
        return prices.size();
    }

    public MarketState at(int bar) {
        Instant time = START.plus(TIMEFRAME.multipliedBy(bar));
        BlockRef ref = new BlockRef(bar, Hash32.ZERO, Hash32.ZERO, time);
        BlockHeader header = new BlockHeader(ref, Wei.ofGwei(BigDecimal.ONE), 15_000_000, 30_000_000);
        List<PoolState> pools = universe.pools().stream()
                .map(spec -> (PoolState) pool(spec, bar))
                .toList();
        List<FeedPrice> feeds = universe.tokens().stream()
                .map(token -> new FeedPrice(token, Usd.of(new BigDecimal(price(token, bar))), time, false))
                .toList();
        return new MarketState(universe, header, pools, feeds);
    }

    /** Closed bars up to and including this one. */
    public PriceWindow window(int bar) {
        WindowBuilder builder = new WindowBuilder(universe.tokens(), FeatureRows.WINDOW, TIMEFRAME);
        ReferencePools reference = ReferencePools.choose(at(0));
        for (int i = bar - FeatureRows.WINDOW + 1; i <= bar; i++) {
            builder.close(START.plus(TIMEFRAME.multipliedBy(i)), reference.closes(at(i)));
        }
        return builder.window();
    }

    /** A quarter of each. */
    public Weights target() {
        return Weights.inProportion(universe.tokens(), new double[] {1, 1, 1, 1});
    }

    /** Weights of cash, WETH, WBTC and LINK, worth 50,000 USD. */
    public Holdings holdings(int bar, double... weights) {
        List<TokenAmount> amounts = universe.tokens().stream()
                .map(token -> {
                    double whole = 50_000 * weights[tokens.indexOf(token)] / price(token, bar);
                    return TokenAmount.of(token, new BigDecimal(whole).setScale(token.decimals(), RoundingMode.DOWN));
                })
                .toList();
        return new Holdings(amounts, Wei.ofCoins(BigDecimal.ONE));
    }

    public ActionRules rules() {
        List<WeightBound> bounds = tokens.stream()
                .map(token -> new WeightBound(token, Bps.ZERO, Bps.WHOLE))
                .toList();
        return new ActionRules(
                bounds,
                List.of(new Bps(5000), Bps.WHOLE),
                Usd.of(50),
                new Bps(200),
                new Bps(100),
                Wei.ofGwei(BigDecimal.ONE));
    }

    public DecisionContext context(int bar, double... weights) {
        MarketState market = at(bar);
        Holdings holdings = holdings(bar, weights);
        return new DecisionContext(market, holdings, Weights.of(holdings, market), target(), window(bar));
    }

    public List<Candidate> candidates(DecisionContext context) {
        return new CandidateGenerator()
                .generate(
                        context.market(),
                        context.holdings(),
                        Signal.targets(context.target(), context.window(), universe.cash()),
                        rules())
                .list();
    }

    private void walk(Random random, int bars, double drift, double volatility) {
        double[] now = FIRST_PRICES.clone();
        double[] mood = {0, drift, -drift, drift};
        for (int bar = 0; bar < bars; bar++) {
            prices.add(now.clone());
            for (int i = 1; i < now.length; i++) {
                mood[i] = random.nextDouble() < MOOD_ENDS ? -mood[i] : mood[i];
                now[i] *= StrictMath.exp(mood[i] + volatility * random.nextGaussian());
            }
        }
    }

    private double price(Token token, int bar) {
        return prices.get(bar)[tokens.indexOf(token)];
    }

    private PoolSpec spec(Token token) {
        Token cash = tokens.get(0);
        boolean cashFirst = cash.address().compareTo(token.address()) < 0;
        PoolId id = PoolId.of(address(0x100 + tokens.indexOf(token)));
        return new PoolSpec(id, Venue.UNISWAP_V2, cashFirst ? cash : token, cashFirst ? token : cash, 500, 0);
    }

    /** Ten million dollars on each side. */
    private ConstantProductPool pool(PoolSpec spec, int bar) {
        return new ConstantProductPool(spec, reserve(spec.token0(), bar), reserve(spec.token1(), bar));
    }

    private BigInteger reserve(Token token, int bar) {
        return new BigDecimal(1e7 / price(token, bar))
                .movePointRight(token.decimals())
                .toBigInteger();
    }

    private static Address address(int number) {
        return new Address("0x" + String.format("%040x", number));
    }
}
