package io.ballast.act.execution;

import io.ballast.act.wallet.UnsignedTransaction;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Wei;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.chain.Receipt;
import io.ballast.sense.dex.web3j.SpendingRight;
import io.ballast.sense.market.Observation;
import java.util.ArrayList;
import java.util.List;

/** An executor that can only revoke: it puts a transaction at the next nonce into a block. */
final class GapFiller implements Executor {
    final List<String> revokes = new ArrayList<>();
    boolean works = true;
    boolean cancels;
    private final PoolModel chain;

    GapFiller(PoolModel chain) {
        this.chain = chain;
    }

    @Override
    public IntentOutcome revoke(String decisionId, SpendingRight right, Observation seen) {
        revokes.add(decisionId);
        if (!works) {
            return new IntentOutcome.Dropped(decisionId, "no");
        }
        var signed = chain.sign(new UnsignedTransaction(
                31_337,
                chain.minedNonce(Orders.OWNER),
                right.keeper(),
                Wei.ZERO,
                Bytes.of((byte) 1),
                100_000,
                Rig.OFFER.max(),
                Rig.OFFER.tip()));
        chain.accept(signed);
        chain.mine();
        Receipt receipt = chain.receipt(signed.hash()).orElseThrow();
        return cancels
                ? new IntentOutcome.Cancelled(decisionId, receipt)
                : new IntentOutcome.Filled(decisionId, receipt, Orders.PAID, Orders.QUOTED);
    }

    @Override
    public Observation observe() {
        return Orders.observation(chain.head());
    }

    @Override
    public Observation observeAt(BlockHeader header) {
        throw new AssertionError("no test asks this");
    }

    @Override
    public boolean needsApproval(SwapOrder order, Observation seen) {
        throw new AssertionError("no test asks this");
    }

    @Override
    public IntentOutcome approve(SwapOrder order, Observation seen) {
        throw new AssertionError("no test asks this");
    }

    @Override
    public IntentOutcome swap(SwapOrder order, Observation seen) {
        throw new AssertionError("no test asks this");
    }
}
