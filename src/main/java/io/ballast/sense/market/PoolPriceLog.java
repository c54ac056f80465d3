package io.ballast.sense.market;

import io.ballast.base.units.Address;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.PoolId;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.ChainReader;
import io.ballast.sense.chain.LogEntry;
import io.ballast.sense.chain.LogQuery;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.PoolState;
import io.ballast.sense.dex.web3j.Event;
import io.ballast.sense.dex.web3j.PoolPriceEvent;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Prices of pools at past blocks, from their events. A pool's price moves only with these events, so a pool without any
 * since a block had there the price it has now; for the others the last event before is looked for. Used by one thread.
 */
final class PoolPriceLog {
    private static final long RANGE = 5_000;
    /** How far before the first block asked for an event is looked for, in ranges. */
    private static final int RANGES_BACK = 20;

    private static final List<Hash32> TOPICS =
            List.of(Event.V3_SWAP.topic(), Event.V3_INITIALIZE.topic(), Event.V2_SYNC.topic());

    private final ChainReader chain;
    private final MarketState market;
    private final List<PoolSpec> pools;
    /** For each pool the price after each block in which it moved; empty where it had none. */
    private final Map<PoolId, NavigableMap<Long, Optional<BigDecimal>>> moves = new HashMap<>();

    PoolPriceLog(ChainReader chain, MarketState market, List<PoolSpec> pools) {
        this.chain = chain;
        this.market = market;
        this.pools = pools;
        pools.forEach(pool -> moves.put(pool.id(), new TreeMap<>()));
    }

    /**
     * Whole token1 for one whole token0 of each pool after each block; a pool whose price is not known there is left out.
     *
     * @param blocks ascending, the last is the market's
     */
    List<Map<PoolId, BigDecimal>> at(List<Long> blocks) {
        long first = blocks.get(0);
        if (!pools.isEmpty()) {
            read(first + 1, market.block().number(), pools);
            requireAgreement();
            lookBack(first);
        }
        return blocks.stream().map(this::pricesAt).toList();
    }

    private Map<PoolId, BigDecimal> pricesAt(long block) {
        Map<PoolId, BigDecimal> prices = new HashMap<>();
        for (PoolSpec pool : pools) {
            NavigableMap<Long, Optional<BigDecimal>> moved = moved(pool);
            Map.Entry<Long, Optional<BigDecimal>> last = moved.floorEntry(block);
            Optional<BigDecimal> price = moved.isEmpty()
                    ? Optional.of(priceNow(pool))
                    : Optional.ofNullable(last).flatMap(Map.Entry::getValue);
            price.ifPresent(known -> prices.put(pool.id(), known));
        }
        return prices;
    }

    private NavigableMap<Long, Optional<BigDecimal>> moved(PoolSpec pool) {
        return Objects.requireNonNull(moves.get(pool.id()));
    }

    private void lookBack(long first) {
        long to = first;
        for (int i = 0; i < RANGES_BACK && to >= 0; i++) {
            List<PoolSpec> open =
                    pools.stream().filter(pool -> needsEarlier(pool, first)).toList();
            if (open.isEmpty()) {
                return;
            }
            long from = Math.max(0, to - RANGE + 1);
            read(from, to, open);
            to = from - 1;
        }
    }

    private boolean needsEarlier(PoolSpec pool, long first) {
        NavigableMap<Long, Optional<BigDecimal>> moved = moved(pool);
        return !moved.isEmpty() && moved.floorKey(first) == null;
    }

    private void read(long from, long to, List<PoolSpec> of) {
        List<Address> addresses = of.stream().map(pool -> pool.id().address()).toList();
        for (long start = from; start <= to; start += RANGE) {
            LogQuery query = new LogQuery(start, Math.min(to, start + RANGE - 1), addresses, TOPICS);
            chain.logs(query).forEach(this::add);
        }
    }

    private void add(LogEntry log) {
        PoolPriceEvent event = PoolPriceEvent.of(log).orElseThrow(() -> malformed("no price in " + log));
        PoolSpec pool = pools.stream()
                .filter(spec -> spec.id().equals(event.pool()))
                .findFirst()
                .orElseThrow(() -> malformed("an event of a pool that was not asked for: " + log));
        moved(pool).put(event.blockNumber(), event.midPrice(pool, pool.token0()));
    }

    private void requireAgreement() {
        for (PoolSpec pool : pools) {
            Map.Entry<Long, Optional<BigDecimal>> last = moved(pool).lastEntry();
            if (last != null && !last.getValue().equals(Optional.of(priceNow(pool)))) {
                throw malformed("the last event of pool " + pool.id() + " leaves another price than its state at "
                        + market.block());
            }
        }
    }

    private BigDecimal priceNow(PoolSpec pool) {
        PoolState state = market.pool(pool.id());
        return state.midPrice(pool.token0());
    }

    private static ChainException malformed(String why) {
        return new ChainException(ChainException.Kind.MALFORMED, "price history: " + why);
    }
}
