package io.ballast.lab.backtest.replay;

import io.ballast.base.units.Hash32;
import io.ballast.lab.data.events.RecordedBlock;
import io.ballast.sense.chain.LogEntry;
import io.ballast.sense.dex.ConcentratedPool;
import io.ballast.sense.dex.ConstantProductPool;
import io.ballast.sense.dex.PoolState;
import io.ballast.think.model.Sha256;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Recorded blocks on their way, and the identity of all that came by: states at the start, headers and events. For one thread. */
final class HashedBlocks implements PoolReplay.Blocks {
    private final PoolReplay.Blocks blocks;
    private final Sha256 hash = new Sha256();

    /** @param own transactions that are taken out of them */
    HashedBlocks(PoolReplay.Blocks blocks, List<PoolState> start, Set<Hash32> own) {
        this.blocks = blocks;
        start.forEach(this::add);
        own.stream().map(Hash32::hex).sorted().forEach(tx -> hash.add("without " + tx + "\n"));
    }

    private void add(PoolState state) {
        String numbers = switch (state) {
            case ConcentratedPool pool ->
                pool.sqrtPriceX96() + " " + pool.tick() + " " + pool.liquidity() + " " + pool.fees() + " "
                        + pool.ticks();
            case ConstantProductPool pair -> pair.reserve0() + " " + pair.reserve1();
            default -> throw new IllegalArgumentException("pool " + state.id() + " is not followed by events");
        };
        hash.add(state.id() + " " + numbers + "\n");
    }

    @Override
    public Optional<RecordedBlock> next() {
        Optional<RecordedBlock> block = blocks.next();
        block.ifPresent(this::add);
        return block;
    }

    private void add(RecordedBlock block) {
        hash.add(block.header().ref().hash().hex() + " " + block.header().ref().timestamp() + " "
                + block.header().baseFee() + "\n");
        block.logs().forEach(this::add);
    }

    private void add(LogEntry log) {
        hash.add(log.index() + " " + log.address().hex() + " " + log.topics() + " " + log.txHash() + "\n");
        hash.add(log.data().toArray());
    }

    /** SHA-256 in hex of everything so far; once. */
    String hex() {
        return hash.hex();
    }

    @Override
    public void close() {
        blocks.close();
    }
}
