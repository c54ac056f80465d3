package io.ballast.sense.dex;

import java.math.BigInteger;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Ticks whose liquidity changes, edge by edge of a range. Used once, by one thread. */
final class TickEdges {
    private final Map<Integer, BigInteger> gross;
    private TickTable ticks;
    private boolean sure = true;

    /** @param gross changed in place */
    TickEdges(TickTable ticks, Map<Integer, BigInteger> gross) {
        this.ticks = ticks;
        this.gross = gross;
    }

    /**
     * Changes one tick.
     *
     * @param delta of the gross liquidity that ends there
     * @param net change of the net liquidity
     */
    void move(int tick, BigInteger delta, BigInteger net) {
        if (tick < ticks.knownLow() || tick > ticks.knownHigh()) {
            return;
        }
        int at = ticks.find(tick);
        @Nullable BigInteger told = at < 0 ? BigInteger.ZERO : gross.get(tick);
        BigInteger after = at < 0 ? net : ticks.net(at).add(net);
        if (told == null) {
            sure &= after.signum() != 0 || delta.signum() > 0;
            ticks = with(tick, after);
        } else {
            settle(tick, told.add(delta), after);
        }
    }

    private void settle(int tick, BigInteger whole, BigInteger net) {
        if (whole.signum() < 0 || whole.compareTo(net.abs()) < 0) {
            throw new IllegalArgumentException("tick " + tick + " loses more liquidity than it has");
        }
        if (whole.signum() == 0) {
            gross.remove(tick);
            ticks = without(tick);
        } else {
            gross.put(tick, whole);
            ticks = with(tick, net);
        }
    }

    TickTable ticks() {
        return ticks;
    }

    Map<Integer, BigInteger> gross() {
        return gross;
    }

    /** Whether it is known of every tick that changed if it is still initialised. */
    boolean sure() {
        return sure;
    }

    private TickTable with(int tick, BigInteger net) {
        int found = ticks.find(tick);
        int at = found < 0 ? -found - 1 : found;
        int added = found < 0 ? 1 : 0;
        int[] indexes = new int[ticks.size() + added];
        BigInteger[] nets = new BigInteger[indexes.length];
        copy(0, at, indexes, nets, 0);
        indexes[at] = tick;
        nets[at] = net;
        copy(at + 1 - added, ticks.size(), indexes, nets, added);
        return table(indexes, nets);
    }

    private TickTable without(int tick) {
        int at = ticks.find(tick);
        if (at < 0) {
            return ticks;
        }
        int[] indexes = new int[ticks.size() - 1];
        BigInteger[] nets = new BigInteger[indexes.length];
        copy(0, at, indexes, nets, 0);
        copy(at + 1, ticks.size(), indexes, nets, -1);
        return table(indexes, nets);
    }

    private void copy(int from, int to, int[] indexes, BigInteger[] nets, int shift) {
        for (int i = from; i < to; i++) {
            indexes[i + shift] = ticks.index(i);
            nets[i + shift] = ticks.net(i);
        }
    }

    private TickTable table(int[] indexes, BigInteger[] nets) {
        return ticks.isComplete()
                ? TickTable.complete(ticks.spacing(), indexes, nets)
                : TickTable.window(ticks.spacing(), indexes, nets, ticks.knownLow(), ticks.knownHigh());
    }
}
