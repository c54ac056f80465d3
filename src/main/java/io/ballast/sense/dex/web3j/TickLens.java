package io.ballast.sense.dex.web3j;

import io.ballast.base.units.Address;
import io.ballast.sense.dex.PoolSpec;
import java.math.BigInteger;
import java.util.NavigableMap;
import org.web3j.abi.datatypes.generated.Int16;

/** Calldata and answers of Uniswap's TickLens, which reads the initialised ticks of one word of a V3 pool's bitmap. */
final class TickLens {
    private static final int TICK_WORDS = 3;
    private static final int HEAD = 2 * 32;

    private TickLens() {}

    static Multicall3.Call word(Address lens, PoolSpec pool, int word) {
        return new Multicall3.Call(
                lens, Abi.call("getPopulatedTicksInWord", Abi.address(pool.id().address()), new Int16(word)));
    }

    /**
     * Puts net liquidity by tick.
     *
     * @throws io.ballast.sense.chain.ChainException of kind MALFORMED unless every tick is one of the word's, once
     */
    static void ticks(TickWords words, int word, Words answer, NavigableMap<Integer, BigInteger> found) {
        int array = answer.offset(0, 0);
        int count = answer.integer(array);
        if (array != 32 || answer.size() != HEAD + (long) count * TICK_WORDS * 32) {
            throw answer.malformed(count + " ticks do not fill it");
        }
        for (int i = 0; i < count; i++) {
            int at = HEAD + i * TICK_WORDS * 32;
            int tick = answer.sint(at, 24).intValueExact();
            boolean there = tick % words.spacing() == 0 && words.wordOf(tick) == word;
            if (!there || found.put(tick, answer.sint(at + 32, 128)) != null) {
                throw answer.malformed("tick " + tick + " is none of word " + word + ", or is there twice");
            }
        }
    }
}
