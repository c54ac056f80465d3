package io.ballast.sense.dex.web3j;

import io.ballast.base.units.Address;
import io.ballast.sense.chain.CallResult;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.PoolState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Reads V2 pairs and V3 pools by their own getters, for nodes that lend no code: first prices and reserves, then the words of
 * the tick bitmaps, then the ticks, of all pools together in each round. Immutable.
 */
public final class GetterReads {
    private final Function<List<Multicall3.Call>, List<CallResult>> ask;
    private final int maxWords;
    private final Optional<Address> tickLens;

    /**
     * @param ask answers to calls at one block, in their order
     * @param maxWords most that are read of one pool's bitmap: those near the price where there are more
     * @param tickLens Uniswap's, which answers with all ticks of a word of the bitmap at once
     */
    public GetterReads(
            Function<List<Multicall3.Call>, List<CallResult>> ask, int maxWords, Optional<Address> tickLens) {
        this.ask = ask;
        this.tickLens = tickLens;
        this.maxWords = maxWords;
    }

    /**
     * States in the order of the pools.
     *
     * @throws io.ballast.sense.chain.ChainException of kind REVERTED if a pool does not answer as its kind does, MALFORMED
     *     if its parts disagree
     */
    public List<PoolState> states(List<PoolSpec> pools) {
        List<PoolGetters> readings = pools.stream()
                .map(pool -> new PoolGetters(pool, maxWords, tickLens))
                .toList();
        round(readings, PoolGetters::askPrice, PoolGetters::takePrice);
        round(readings, PoolGetters::askBitmap, PoolGetters::takeBitmap);
        round(readings, PoolGetters::askTicks, PoolGetters::takeTicks);
        return readings.stream().map(PoolGetters::state).toList();
    }

    private void round(
            List<PoolGetters> readings,
            Function<PoolGetters, List<Multicall3.Call>> asked,
            BiConsumer<PoolGetters, List<Words>> take) {
        List<Multicall3.Call> calls = new ArrayList<>();
        readings.forEach(reading -> calls.addAll(asked.apply(reading)));
        List<CallResult> results = calls.isEmpty() ? List.of() : ask.apply(calls);
        int at = 0;
        for (PoolGetters reading : readings) {
            int count = asked.apply(reading).size();
            take.accept(reading, words(calls, results, at, at + count));
            at += count;
        }
    }

    private static List<Words> words(List<Multicall3.Call> calls, List<CallResult> results, int from, int to) {
        List<Words> words = new ArrayList<>();
        for (int i = from; i < to; i++) {
            String what = "a getter of pool " + calls.get(i).target();
            words.add(new Words(what, results.get(i).orThrow(what)));
        }
        return words;
    }
}
