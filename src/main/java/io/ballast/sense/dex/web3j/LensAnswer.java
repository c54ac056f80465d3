package io.ballast.sense.dex.web3j;

import io.ballast.base.units.Bytes;
import io.ballast.sense.chain.CallResult;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.dex.ConcentratedPool;
import io.ballast.sense.dex.ConstantProductPool;
import io.ballast.sense.dex.PoolKey;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.PoolState;
import io.ballast.sense.dex.SwapFees;
import io.ballast.sense.dex.TickTable;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** Reads the packed output of {@code PoolLens.sol} and {@code V4Lens.sol}, front to back. */
final class LensAnswer {
    private final Words words;
    private final ToIntFunction<PoolSpec> radius;
    private int at;

    /** @param radius words that were asked for on either side of a pool's price */
    LensAnswer(Bytes answer, ToIntFunction<PoolSpec> radius) {
        this.words = new Words("answer of the pool lens", answer);
        this.radius = radius;
    }

    /**
     * States of all groups, in their order.
     *
     * @param answers one for each group
     * @param returned takes what the lens returned out of an answer, or throws
     */
    static List<PoolState> states(
            List<List<PoolSpec>> groups,
            List<CallResult> answers,
            Function<CallResult, Bytes> returned,
            ToIntFunction<PoolSpec> radius,
            Instant time) {
        if (answers.size() != groups.size()) {
            throw new IllegalArgumentException(groups.size() + " calls but " + answers.size() + " answers");
        }
        List<PoolState> states = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            states.addAll(new LensAnswer(returned.apply(answers.get(i)), radius).states(groups.get(i), time));
        }
        return states;
    }

    List<PoolState> states(List<PoolSpec> pools, Instant time) {
        if (words.size() == 0) {
            throw words.malformed("the node ignored the code override of eth_call");
        }
        BigInteger seconds = unsigned(8);
        if (!seconds.equals(BigInteger.valueOf(time.getEpochSecond()))) {
            throw words.malformed("it ran at block time " + seconds + ", asked for " + time.getEpochSecond());
        }
        List<PoolState> states = new ArrayList<>();
        for (PoolSpec pool : pools) {
            states.add(state(pool));
        }
        if (at != words.size()) {
            throw words.malformed("it goes on after byte " + at);
        }
        return states;
    }

    private PoolState state(PoolSpec pool) {
        try {
            return switch (pool.protocol()) {
                case CONSTANT_PRODUCT -> new ConstantProductPool(pool, unsigned(14), unsigned(14));
                case CONCENTRATED -> concentrated(pool);
                case CONCENTRATED_SINGLETON -> singleton(pool);
                default ->
                    throw new IllegalArgumentException(
                            "the lens reads no pools of " + pool.venue().label());
            };
        } catch (IllegalArgumentException impossible) {
            throw new ChainException(
                    ChainException.Kind.MALFORMED,
                    "state of pool " + pool.id() + " is impossible: " + impossible.getMessage(),
                    impossible);
        }
    }

    private ConcentratedPool concentrated(PoolSpec pool) {
        BigInteger price = unsigned(20);
        int tick = signed(3).intValueExact();
        BigInteger liquidity = unsigned(16);
        return new ConcentratedPool(pool, price, tick, liquidity, ticks(known(pool, tick))).verified();
    }

    /** Uniswap V4 keeps the fees in force with the price. */
    private ConcentratedPool singleton(PoolSpec pool) {
        BigInteger price = unsigned(20);
        int tick = signed(3).intValueExact();
        BigInteger liquidity = unsigned(16);
        int protocol = unsigned(3).intValueExact();
        int lpFee = unsigned(3).intValueExact();
        if (pool.feePips() != PoolKey.DYNAMIC_FEE && pool.feePips() != lpFee) {
            throw new IllegalArgumentException("its fee is " + lpFee + ", not " + pool.feePips());
        }
        SwapFees fees = SwapFees.withProtocol(lpFee, protocol & 0xfff, protocol >>> 12);
        return new ConcentratedPool(pool, price, tick, liquidity, ticks(known(pool, tick)), fees).verified();
    }

    private TickWords known(PoolSpec pool, int tick) {
        return TickWords.around(tick, pool.tickSpacing(), radius.applyAsInt(pool));
    }

    private TickTable ticks(TickWords known) {
        int count = unsigned(3).intValueExact();
        if (count > (words.size() - at) / 19) {
            throw words.malformed(count + " ticks do not fit");
        }
        int[] indexes = new int[count];
        BigInteger[] nets = new BigInteger[count];
        for (int i = 0; i < count; i++) {
            indexes[i] = signed(3).intValueExact();
            nets[i] = signed(16);
        }
        return known.table(indexes, nets);
    }

    private BigInteger unsigned(int length) {
        at += length;
        return words.unsigned(at - length, length);
    }

    private BigInteger signed(int length) {
        at += length;
        return words.signed(at - length, length);
    }
}
