package io.ballast.lab.devnet;

import io.ballast.lab.devnet.anvil.DevTransaction;
import io.ballast.sense.chain.BlockHeader;
import java.util.List;

/** What makes blocks. */
sealed interface Drive extends AutoCloseable permits LockStep, RealTimeFlow {
    /** Mines a block with these transactions, which anvil has not seen yet. */
    BlockHeader mineWith(List<DevTransaction> transactions);

    @Override
    void close();
}
