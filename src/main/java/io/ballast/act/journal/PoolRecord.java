package io.ballast.act.journal;

import io.ballast.base.units.PoolId;
import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * State of a pool in short.
 *
 * @param figures integers by name: {@code reserve0, reserve1} or {@code balance0, balance1 …} in token units, {@code sqrtPriceX96,
 *     tick, liquidity}, or {@code nodeSqrtPriceX96, nodeLiquidity} where the node's quotes counted
 */
public record PoolRecord(PoolId pool, SortedMap<String, BigInteger> figures) {
    public PoolRecord {
        figures = Collections.unmodifiableSortedMap(new TreeMap<>(figures));
    }

    /** Of a constant-product pool; reserves in token units. */
    public static PoolRecord reserves(PoolId pool, BigInteger reserve0, BigInteger reserve1) {
        return new PoolRecord(pool, new TreeMap<>(Map.of("reserve0", reserve0, "reserve1", reserve1)));
    }

    /** Of a pool whose quotes are the node's at the block: price and liquidity as it told them. */
    public static PoolRecord nodeQuoted(PoolId pool, BigInteger sqrtPriceX96, BigInteger liquidity) {
        return new PoolRecord(
                pool, new TreeMap<>(Map.of("nodeSqrtPriceX96", sqrtPriceX96, "nodeLiquidity", liquidity)));
    }

    /** Of a pool of any number of tokens; balances in token units, in the pool's order. */
    public static PoolRecord balances(PoolId pool, List<BigInteger> balances) {
        SortedMap<String, BigInteger> figures = new TreeMap<>();
        for (int i = 0; i < balances.size(); i++) {
            figures.put("balance" + i, balances.get(i));
        }
        return new PoolRecord(pool, figures);
    }

    /** Of a concentrated-liquidity pool. */
    public static PoolRecord concentrated(PoolId pool, BigInteger sqrtPriceX96, int tick, BigInteger liquidity) {
        return new PoolRecord(
                pool,
                new TreeMap<>(Map.of(
                        "sqrtPriceX96", sqrtPriceX96, "tick", BigInteger.valueOf(tick), "liquidity", liquidity)));
    }
}
