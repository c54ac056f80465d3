package io.ballast.lab.backtest.engine;

import io.ballast.base.units.Address;
import io.ballast.base.units.BlockRef;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.Usd;
import io.ballast.base.units.Wei;
import io.ballast.lab.backtest.scenario.GasHistory;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.dex.PoolState;
import io.ballast.sense.market.AccountState;
import io.ballast.sense.market.ChainConditions;
import io.ballast.sense.market.Evidence;
import io.ballast.sense.market.EvidenceReader;
import io.ballast.sense.market.FeedPrice;
import io.ballast.sense.market.MarketSource;
import io.ballast.sense.market.MarketState;
import io.ballast.sense.market.MeanPrice;
import io.ballast.sense.market.Observation;
import io.ballast.sense.market.Universe;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A market whose feeds say what bars say, and whose pools follow them. Blocks are counted from the first row at the chain's usual
 * pace. Used by one thread.
 */
final class BarMarket implements MarketSource, InstantSource {
    private static final long GAS_LIMIT = 30_000_000;
    /** What every hash begins with, and zeros. */
    private static final byte[] MARK = ("0x" + "b".repeat(32) + "0".repeat(32)).getBytes(StandardCharsets.ISO_8859_1);

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.ISO_8859_1);

    private final Universe universe;
    private final BarTable table;
    private final Pricing pricing;
    private final Chain chain;
    private final AccountState nobody;
    private final Map<Address, Hash32> codes;
    private int row = -1;
    private Instant time = Instant.EPOCH;
    private List<PoolState> pools = List.of();
    private Observation seen;

    /**
     * How blocks are made.
     *
     * @param blockTime between two
     * @param conditions of every block
     * @param means whether anybody asks for mean prices
     */
    record Chain(Duration blockTime, GasHistory gas, ChainConditions conditions, boolean means) {}

    BarMarket(Universe universe, BarTable table, Pricing pricing, Chain chain, AccountState nobody) {
        this.universe = universe;
        this.table = table;
        this.pricing = pricing;
        this.chain = chain;
        this.nobody = nobody;
        this.codes = EvidenceReader.unchanging(universe);
        this.seen = close(table.first());
    }

    /** Goes to the close of a row; rows come in order. */
    Observation close(int next) {
        boolean first = row < 0;
        row = next;
        time = table.close(next);
        List<FeedPrice> prices = prices(closes());
        List<Usd> values = values(prices);
        pools = first ? pricing.first(values) : pricing.follow(pools, values);
        seen = observation(prices);
        return seen;
    }

    /** Some blocks pass after the close; prices go their way through the next bar, of which the decision knew nothing. */
    MarketState pass(int blocks) {
        if (blocks > 0) {
            time = time.plus(chain.blockTime().multipliedBy(blocks));
            List<FeedPrice> prices = prices(underway());
            pools = pricing.follow(pools, values(prices));
            seen = observation(prices);
        }
        return seen.market();
    }

    /** A trade of ours leaves pools as they are now. */
    void traded(List<PoolState> after) {
        MarketState market = seen.market().with(after);
        pools = market.pools();
        seen = new Observation(market, nobody, seen.evidence());
    }

    /** Row of the table. */
    int row() {
        return row;
    }

    /** Rows since the first that is traded on. */
    int traded() {
        return row - table.first();
    }

    @Override
    public Instant instant() {
        return time;
    }

    @Override
    public Observation observe() {
        return seen;
    }

    @Override
    public Observation observeAt(BlockHeader header) {
        if (!header.equals(seen.market().header())) {
            throw new ChainException(ChainException.Kind.UNKNOWN_BLOCK, "block " + header.ref() + " has passed");
        }
        return seen;
    }

    /** From the next bar's open to its close in equal ratios; the last bar's close stays. */
    private double[] underway() {
        double[] prices = new double[table.tokens().size()];
        double share = (double) Duration.between(table.close(row), time).toMillis()
                / table.timeframe().toMillis();
        for (int token = 0; token < prices.length; token++) {
            double open = row + 1 < table.rows() ? table.opens()[token][row + 1] : table.closes()[token][row];
            double close = row + 1 < table.rows() ? table.closes()[token][row + 1] : open;
            prices[token] = open * StrictMath.pow(close / open, share);
        }
        return prices;
    }

    private double[] closes() {
        double[] prices = new double[table.tokens().size()];
        for (int token = 0; token < prices.length; token++) {
            prices[token] = table.closes()[token][row];
        }
        return prices;
    }

    private static List<Usd> values(List<FeedPrice> prices) {
        List<Usd> values = new ArrayList<>(prices.size());
        for (FeedPrice feed : prices) {
            values.add(feed.price());
        }
        return values;
    }

    private List<FeedPrice> prices(double[] now) {
        List<FeedPrice> prices = new ArrayList<>(now.length);
        for (int token = 0; token < now.length; token++) {
            Usd price = BarPrice.of(now[token]);
            prices.add(new FeedPrice(table.tokens().get(token), price, time, table.absent()[token].get(row)));
        }
        return prices;
    }

    private Observation observation(List<FeedPrice> prices) {
        MarketState market = new MarketState(universe, header(), pools, List.of(), prices, chain.conditions());
        return new Observation(market, nobody, new Evidence(chain.means() ? means(prices) : List.of(), codes));
    }

    /** There is no oracle: the mean of the last half hour is taken to be the price. */
    private List<MeanPrice> means(List<FeedPrice> prices) {
        BigDecimal cash =
                prices.get(universe.tokens().indexOf(universe.cash())).price().value();
        return prices.stream()
                .map(feed -> new MeanPrice(
                        feed.token(), universe.cash(), feed.price().value().divide(cash, MathContext.DECIMAL64)))
                .toList();
    }

    private BlockHeader header() {
        long number = 1
                + Duration.between(table.close(table.first()), time).toMillis()
                        / chain.blockTime().toMillis();
        BlockRef ref = new BlockRef(number, hash(number), hash(number - 1), time.truncatedTo(ChronoUnit.SECONDS));
        Wei baseFee = chain.gas().at(time);
        return new BlockHeader(ref, baseFee, GAS_LIMIT / 2, GAS_LIMIT);
    }

    /** A number that says it is none of a chain's. */
    private static Hash32 hash(long number) {
        byte[] text = MARK.clone();
        int at = text.length;
        for (long rest = number; rest != 0; rest >>>= 4) {
            text[--at] = HEX[(int) (rest & 0xf)];
        }
        return new Hash32(new String(text, StandardCharsets.ISO_8859_1));
    }
}
