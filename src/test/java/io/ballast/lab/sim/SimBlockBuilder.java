package io.ballast.lab.sim;

import io.ballast.base.units.BlockRef;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.Wei;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.chain.LogEntry;
import io.ballast.sense.chain.Receipt;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** One block in the making. */
final class SimBlockBuilder {
    private static final long APPROVE_GAS = 46_000;
    private static final long SWAP_GAS = 60_000;
    private static final long HOP_GAS = 80_000;

    private SimState state;
    private final BlockHeader header;
    private final List<SimChain.Mined> mined = new ArrayList<>();
    private final List<LogEntry> logs = new ArrayList<>();
    private int transactions;

    SimBlockBuilder(SimState state, BlockHeader header) {
        this.state = state;
        this.header = header;
    }

    SimState state() {
        return state;
    }

    long time() {
        return header.ref().timestamp().getEpochSecond();
    }

    /** What a stranger does; undone if it reverts. */
    void stranger(Consumer<SimEvm> act) {
        SimState after = state.copy();
        SimEvm evm = new SimEvm(after, header.ref().number(), time());
        try {
            act.accept(evm);
        } catch (SimEvm.Revert e) {
            return;
        }
        state = after;
        place(evm.events(), SimEvm.hash("stranger " + header.ref().hash() + transactions));
    }

    /** A transaction of the owner: its gas is gone whatever becomes of it. */
    void include(SimTx tx) {
        state.countTransaction();
        SimState after = state.copy();
        SimEvm evm = new SimEvm(after, header.ref().number(), time());
        long gas = gas(tx);
        boolean succeeded = gas <= tx.gasLimit() && succeeds(evm, tx);
        long used = Math.min(gas, tx.gasLimit());
        Wei price = tx.maxFee().min(header.baseFee().plus(tx.maxTip()));
        if (succeeded) {
            state = after;
        }
        state.addCoins(price.times(used).value().negate());
        int index = transactions;
        List<LogEntry> own = place(succeeded ? evm.events() : List.of(), tx.hash());
        BlockRef block = header.ref();
        mined.add(new SimChain.Mined(
                tx,
                new Receipt(tx.hash(), succeeded, block.number(), block.hash(), index, used, price, Wei.ZERO, own)));
    }

    private static boolean succeeds(SimEvm evm, SimTx tx) {
        try {
            Bytes unused = evm.execute(tx.to(), tx.data());
            return true;
        } catch (SimEvm.Revert e) {
            return false;
        }
    }

    /** Gas that a transaction takes. */
    static long gas(SimTx tx) {
        return SimOrder.of(tx.data())
                .map(order -> SWAP_GAS
                        + HOP_GAS
                                * order.parts().stream()
                                        .mapToInt(part -> part.path().size())
                                        .sum())
                .orElse(tx.data().size() == 0 ? 21_000 : APPROVE_GAS);
    }

    private List<LogEntry> place(List<SimEvm.Event> events, Hash32 tx) {
        List<LogEntry> placed = new ArrayList<>();
        for (SimEvm.Event event : events) {
            LogEntry log = new LogEntry(
                    event.address(),
                    event.topics(),
                    event.data(),
                    header.ref().number(),
                    header.ref().hash(),
                    tx,
                    logs.size());
            logs.add(log);
            placed.add(log);
        }
        transactions++;
        return placed;
    }

    SimChain.Block block() {
        return new SimChain.Block(header, state, List.copyOf(mined), List.copyOf(logs));
    }
}
