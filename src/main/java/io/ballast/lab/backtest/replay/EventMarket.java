package io.ballast.lab.backtest.replay;

import io.ballast.base.units.Address;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.Token;
import io.ballast.base.units.Usd;
import io.ballast.lab.data.DataRefusedException;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.market.AccountState;
import io.ballast.sense.market.ChainConditions;
import io.ballast.sense.market.ClosedBars;
import io.ballast.sense.market.Evidence;
import io.ballast.sense.market.EvidenceReader;
import io.ballast.sense.market.FeedPrice;
import io.ballast.sense.market.MarketSource;
import io.ballast.sense.market.MarketState;
import io.ballast.sense.market.MeanPrice;
import io.ballast.sense.market.MeanPrices;
import io.ballast.sense.market.Observation;
import io.ballast.sense.market.PriceBars;
import io.ballast.sense.market.ReferencePools;
import io.ballast.sense.market.Universe;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A market that recorded events alone make. No feed was recorded with them, so the prices are those of the deepest pools, and cash
 * is worth what it is said to be worth. Goes forward only. Used by one thread.
 */
public final class EventMarket implements MarketSource, InstantSource, ClosedBars {
    private final Universe universe;
    private final PoolReplay replay;
    private final Usd cash;
    private final ChainConditions conditions;
    private final AccountState nobody;
    private final Map<Address, Hash32> codes;
    private final Optional<TickMeans> means;
    private final UnaryOperator<BlockHeader> fees;
    private final List<Instant> times = new ArrayList<>();
    private final List<double[]> closes = new ArrayList<>();
    private @Nullable ReferencePools references;

    /**
     * At the first block of a replay.
     *
     * @param universe whose pools are all among those of the replay
     * @param cash price of one whole cash token
     * @param nobody what the market knows of the account: nothing
     * @param means whether anybody asks for mean prices
     * @param fees gives a block another base fee than the recorded one
     * @throws DataRefusedException if nothing was recorded
     */
    public EventMarket(
            Universe universe,
            PoolReplay replay,
            Usd cash,
            ChainConditions conditions,
            AccountState nobody,
            boolean means,
            UnaryOperator<BlockHeader> fees) {
        this.universe = universe;
        this.replay = replay;
        this.cash = cash;
        this.conditions = conditions;
        this.nobody = nobody;
        this.codes = EvidenceReader.unchanging(universe);
        this.means = means ? Optional.of(new TickMeans()) : Optional.empty();
        this.fees = fees;
        if (replay.head().isEmpty() && !replay.advance()) {
            throw DataRefusedException.of("recording", "holds no block");
        }
        this.means.ifPresent(ticks -> {
            ticks.note(instant(), replay.states());
            replay.watch(ticks::note);
        });
    }

    /**
     * Plays every block up to a time and closes a bar there.
     *
     * @return whether anything was recorded later than that
     */
    public boolean close(Instant time) {
        replay.advanceTo(time);
        MarketState market = market();
        times.add(market.block().timestamp());
        closes.add(pools(market).closes(market));
        return replay.upcoming().isPresent();
    }

    @Override
    public Observation observe() {
        MarketState market = market();
        return new Observation(
                market,
                nobody,
                new Evidence(means.map(ticks -> means(ticks, market)).orElse(List.of()), codes));
    }

    @Override
    public Observation observeAt(BlockHeader header) {
        if (!header.equals(head())) {
            throw new ChainException(ChainException.Kind.UNKNOWN_BLOCK, "the replay is not at block " + header.ref());
        }
        return observe();
    }

    @Override
    public Instant instant() {
        return head().ref().timestamp();
    }

    /** Bars that were closed here, whatever their distance; the last is the present block. */
    @Override
    public PriceBars last(MarketState market, ReferencePools pools, Duration timeframe, int bars) {
        List<Instant> ends = new ArrayList<>();
        List<double[]> values = new ArrayList<>();
        for (int i = 0; i < times.size(); i++) {
            if (times.get(i).isBefore(market.block().timestamp())
                    && (ends.isEmpty() || times.get(i).isAfter(ends.getLast()))) {
                ends.add(times.get(i));
                values.add(closes.get(i));
            }
        }
        int from = Math.max(0, ends.size() - bars + 1);
        List<Instant> last = new ArrayList<>(ends.subList(from, ends.size()));
        List<double[]> prices = new ArrayList<>(values.subList(from, values.size()));
        last.add(market.block().timestamp());
        prices.add(pools.closes(market));
        int missing = bars - last.size();
        return new PriceBars(
                last,
                prices,
                missing == 0 ? Optional.empty() : Optional.of(missing + " before the first recorded bar"));
    }

    private BlockHeader head() {
        return fees.apply(replay.head().orElseThrow());
    }

    private MarketState market() {
        MarketState bare = market(List.of());
        double[] prices = pools(bare).closes(bare);
        List<FeedPrice> feeds = new ArrayList<>();
        for (int i = 0; i < prices.length; i++) {
            Token token = universe.tokens().get(i);
            Usd price = Usd.of(BigDecimal.valueOf(prices[i]).multiply(cash.value()));
            feeds.add(new FeedPrice(token, price, head().ref().timestamp(), false));
        }
        return market(feeds);
    }

    private MarketState market(List<FeedPrice> prices) {
        return new MarketState(universe, head(), replay.states(), List.of(), prices, conditions);
    }

    private List<MeanPrice> means(TickMeans ticks, MarketState market) {
        return new MeanPrices(universe).of(ticks.at(instant()), market);
    }

    /** Chosen once, so that prices of different times compare. */
    private ReferencePools pools(MarketState market) {
        ReferencePools known = references;
        if (known == null) {
            known = chosen(market);
            references = known;
        }
        return known;
    }

    private static ReferencePools chosen(MarketState market) {
        try {
            return ReferencePools.choose(market);
        } catch (IllegalArgumentException unpriced) {
            throw DataRefusedException.of("recorded pools", String.valueOf(unpriced.getMessage()));
        }
    }
}
