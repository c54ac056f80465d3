package io.ballast.sense.market;

import io.ballast.base.units.PoolId;
import io.ballast.base.units.Token;
import io.ballast.sense.chain.CallResult;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.dex.ConcentratedPool;
import io.ballast.sense.dex.MidPrice;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.Protocol;
import io.ballast.sense.dex.TickMath;
import io.ballast.sense.dex.web3j.Multicall3;
import io.ballast.sense.dex.web3j.OracleCalls;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Mean prices of the last half hour by the oracles of concentrated pools: of each pair the pool with the most liquidity in
 * range, against cash or, where a token has no such pool, by way of the wrapped coin. A pool whose oracle does not reach back
 * so far knows no mean. Immutable and thread-safe.
 */
public final class MeanPrices {
    /** Length of the stretch, seconds. */
    public static final long SECONDS = 1_800;

    private static final MathContext PRECISION = new MathContext(34, RoundingMode.HALF_EVEN);
    private final Universe universe;
    private final List<PoolSpec> pools;

    public MeanPrices(Universe universe) {
        this.universe = universe;
        this.pools = universe.pools().stream()
                .filter(pool -> pool.protocol() == Protocol.CONCENTRATED)
                .filter(pool ->
                        pool.tokens().contains(universe.cash()) || pool.tokens().contains(universe.wrapped()))
                .toList();
    }

    /** One for each pool. */
    List<Multicall3.Call> calls() {
        return pools.stream()
                .map(pool -> new Multicall3.Call(pool.id().address(), OracleCalls.observe(SECONDS)))
                .toList();
    }

    /** @param answers one for each pool; one that reverted has no mean */
    List<MeanPrice> read(List<CallResult> answers, MarketState market) {
        Map<PoolId, Integer> ticks = new HashMap<>();
        for (int i = 0; i < pools.size(); i++) {
            if (answers.get(i) instanceof CallResult.Returned returned) {
                String what = "oracle of pool " + pools.get(i).id();
                ticks.put(pools.get(i).id(), OracleCalls.meanTick(what, returned.data(), SECONDS));
            }
        }
        return of(ticks, market);
    }

    /**
     * Of ticks that are known already.
     *
     * @param ticks mean tick of each pool that knows one
     */
    public List<MeanPrice> of(Map<PoolId, Integer> ticks, MarketState market) {
        List<MeanPrice> means = new ArrayList<>();
        Token cash = universe.cash();
        for (Token token : universe.tokens()) {
            price(token, market, ticks).ifPresent(price -> means.add(new MeanPrice(token, cash, price)));
        }
        return means;
    }

    private Optional<BigDecimal> price(Token token, MarketState market, Map<PoolId, Integer> ticks) {
        Token cash = universe.cash();
        Token wrapped = universe.wrapped();
        if (token.equals(cash)) {
            return Optional.of(BigDecimal.ONE);
        }
        Optional<BigDecimal> direct = pair(token, cash, market, ticks);
        return direct.isPresent() || token.equals(wrapped)
                ? direct
                : pair(token, wrapped, market, ticks)
                        .flatMap(inCoins ->
                                pair(wrapped, cash, market, ticks).map(coin -> inCoins.multiply(coin, PRECISION)));
    }

    private Optional<BigDecimal> pair(Token base, Token quote, MarketState market, Map<PoolId, Integer> ticks) {
        return market.pools().stream()
                .filter(pool -> pool.holds(base) && pool.holds(quote))
                .filter(pool -> pool instanceof ConcentratedPool && ticks.containsKey(pool.id()))
                .map(ConcentratedPool.class::cast)
                .max(Comparator.comparing(ConcentratedPool::liquidity))
                .map(pool -> price(pool.spec(), ticks, base));
    }

    private static BigDecimal price(PoolSpec pool, Map<PoolId, Integer> ticks, Token base) {
        Integer tick = ticks.get(pool.id());
        if (tick == null || tick < TickMath.MIN_TICK || tick > TickMath.MAX_TICK) {
            throw new ChainException(
                    ChainException.Kind.MALFORMED, "mean tick " + tick + " of pool " + pool.id() + " is impossible");
        }
        return MidPrice.ofSqrtPrice(pool, TickMath.sqrtRatioAtTick(tick), base);
    }
}
