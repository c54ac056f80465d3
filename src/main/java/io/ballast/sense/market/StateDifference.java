package io.ballast.sense.market;

import io.ballast.sense.dex.ConcentratedPool;
import io.ballast.sense.dex.ConstantProductPool;
import io.ballast.sense.dex.PoolState;
import io.ballast.sense.dex.TickTable;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Finds in what two states of a pool differ, in words. */
final class StateDifference {
    private StateDifference() {}

    /** Empty if they are the same, word for word; windows of ticks are compared where they overlap. */
    static Optional<String> between(PoolState followed, PoolState read) {
        if (followed.equals(read)) {
            return Optional.empty();
        }
        if (followed instanceof ConcentratedPool ours && read instanceof ConcentratedPool theirs) {
            return concentrated(ours, theirs);
        }
        return followed instanceof ConstantProductPool ours && read instanceof ConstantProductPool theirs
                ? differ("reserve0", ours.reserve0(), theirs.reserve0())
                        .or(() -> differ("reserve1", ours.reserve1(), theirs.reserve1()))
                : Optional.of("followed " + followed + ", read " + read);
    }

    private static Optional<String> concentrated(ConcentratedPool ours, ConcentratedPool theirs) {
        return differ("price", ours.sqrtPriceX96(), theirs.sqrtPriceX96())
                .or(() -> differ("tick", ours.tick(), theirs.tick()))
                .or(() -> differ("liquidity", ours.liquidity(), theirs.liquidity()))
                .or(() -> differ("fees", ours.fees(), theirs.fees()))
                .or(() -> ticks(ours.ticks(), theirs.ticks()));
    }

    private static Optional<String> ticks(TickTable ours, TickTable theirs) {
        int low = Math.max(ours.knownLow(), theirs.knownLow());
        int high = Math.min(ours.knownHigh(), theirs.knownHigh());
        SortedMap<Integer, BigInteger> mine = nets(ours, low, high);
        SortedMap<Integer, BigInteger> other = nets(theirs, low, high);
        TreeMap<Integer, BigInteger> all = new TreeMap<>(mine);
        all.putAll(other);
        return all.keySet().stream()
                .flatMap(tick -> differ("tick " + tick, net(mine, tick), net(other, tick)).stream())
                .findFirst();
    }

    private static String net(Map<Integer, BigInteger> nets, int tick) {
        BigInteger net = nets.get(tick);
        return net == null ? "not initialised" : "net " + net;
    }

    private static SortedMap<Integer, BigInteger> nets(TickTable ticks, int low, int high) {
        TreeMap<Integer, BigInteger> nets = new TreeMap<>();
        for (int i = 0; i < ticks.size(); i++) {
            if (ticks.index(i) >= low && ticks.index(i) <= high) {
                nets.put(ticks.index(i), ticks.net(i));
            }
        }
        return nets;
    }

    private static Optional<String> differ(String what, Object followed, Object read) {
        return followed.equals(read)
                ? Optional.empty()
                : Optional.of(what + " followed " + followed + ", read " + read);
    }
}
