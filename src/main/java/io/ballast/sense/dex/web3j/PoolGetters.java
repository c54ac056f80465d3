package io.ballast.sense.dex.web3j;

import io.ballast.base.units.Address;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.dex.ConcentratedPool;
import io.ballast.sense.dex.ConstantProductPool;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.PoolState;
import io.ballast.sense.dex.Protocol;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.web3j.abi.datatypes.Type;
import org.web3j.abi.datatypes.generated.Int16;
import org.web3j.abi.datatypes.generated.Int24;

/** One pool on its way through its own getters: each step asks, and takes the answers. Used once, by one thread. */
final class PoolGetters {
    private final PoolSpec pool;
    private final int maxWords;
    private final Optional<Address> tickLens;
    private List<Words> prices = List.of();
    private TickWords known = new TickWords(1, 0, -1);
    private int[] indexes = {};
    private BigInteger[] nets = {};

    PoolGetters(PoolSpec pool, int maxWords, Optional<Address> tickLens) {
        this.tickLens = tickLens;
        this.pool = pool;
        this.maxWords = maxWords;
    }

    List<Multicall3.Call> askPrice() {
        return isPair() ? List.of(call("getReserves")) : List.of(call("slot0"), call("liquidity"));
    }

    void takePrice(List<Words> answers) {
        prices = answers;
        if (!isPair()) {
            boolean all = TickWords.count(pool.tickSpacing()) <= maxWords;
            known = TickWords.around(tick(), pool.tickSpacing(), all ? maxWords : (maxWords - 1) / 2);
        }
    }

    List<Multicall3.Call> askBitmap() {
        return known.words()
                .mapToObj(word -> tickLens.map(lens -> TickLens.word(lens, pool, word))
                        .orElseGet(() -> call("tickBitmap", new Int16(word))))
                .toList();
    }

    void takeBitmap(List<Words> answers) {
        if (tickLens.isPresent()) {
            takeTicksOfWords(answers);
            return;
        }
        indexes = known.words()
                .flatMap(word ->
                        known.ticks(word, answers.get(word - known.first()).uint(0, 256)))
                .toArray();
    }

    private void takeTicksOfWords(List<Words> answers) {
        NavigableMap<Integer, BigInteger> found = new TreeMap<>();
        known.words().forEach(word -> TickLens.ticks(known, word, answers.get(word - known.first()), found));
        indexes = found.keySet().stream().mapToInt(tick -> tick).toArray();
        nets = found.values().toArray(BigInteger[]::new);
    }

    List<Multicall3.Call> askTicks() {
        if (tickLens.isPresent()) {
            return List.of();
        }
        return Arrays.stream(indexes)
                .mapToObj(tick -> call("ticks", new Int24(tick)))
                .toList();
    }

    void takeTicks(List<Words> answers) {
        if (tickLens.isPresent()) {
            return;
        }
        nets = answers.stream().map(tick -> tick.sint(32, 128)).toArray(BigInteger[]::new);
    }

    /** @throws ChainException of kind MALFORMED if no pool can be in this state */
    PoolState state() {
        try {
            return isPair()
                    ? new ConstantProductPool(
                            pool, prices.get(0).uint(0, 112), prices.get(0).uint(32, 112))
                    : new ConcentratedPool(
                                    pool,
                                    prices.get(0).uint(0, 160),
                                    tick(),
                                    prices.get(1).uint(0, 128),
                                    known.table(indexes, nets))
                            .verified();
        } catch (IllegalArgumentException impossible) {
            throw new ChainException(
                    ChainException.Kind.MALFORMED,
                    "state of pool " + pool.id() + " is impossible: " + impossible.getMessage(),
                    impossible);
        }
    }

    private boolean isPair() {
        return pool.protocol() == Protocol.CONSTANT_PRODUCT;
    }

    private int tick() {
        return prices.get(0).sint(32, 24).intValueExact();
    }

    private Multicall3.Call call(String getter, Type<?>... arguments) {
        return new Multicall3.Call(pool.id().address(), Abi.call(getter, arguments));
    }
}
