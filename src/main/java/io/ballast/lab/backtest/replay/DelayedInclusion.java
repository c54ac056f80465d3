package io.ballast.lab.backtest.replay;

import io.ballast.act.execution.SwapOrder;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.Keccak256;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Wei;
import io.ballast.lab.backtest.replay.PoolReplay.Done;
import io.ballast.lab.backtest.replay.PoolReplay.Included;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.chain.Receipt;
import io.ballast.sense.market.L1Charge;
import io.ballast.sense.market.Observation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Some blocks after the decision, before or behind everybody else's events of that block. Gas is what the quote expects, at the
 * block's own base fee.
 *
 * @param blocks at least one
 * @param first whether ahead of all others of its block; else behind them
 * @param tip per unit of gas
 * @param approvalGas units of gas of an allowance
 */
public record DelayedInclusion(PoolReplay replay, int blocks, boolean first, Wei tip, long approvalGas)
        implements Inclusion {
    public DelayedInclusion {
        if (blocks < 1) {
            throw new IllegalArgumentException("a transaction is mined a block after its decision at the earliest");
        }
    }

    @Override
    public Receipt plain(String intentId, Observation seen) {
        Included<Boolean> mined = replay.include(block(seen), place(), (header, pools) -> new Done<>(true, List.of()));
        return receipt(intentId, mined.header(), true, approvalGas, seen);
    }

    @Override
    public Swapped swap(SwapOrder order, Observation seen) {
        Included<Optional<TokenAmount>> mined = replay.include(
                block(seen),
                place(),
                (header, pools) -> PoolFill.of(order, pools, header.ref().timestamp()));
        Optional<TokenAmount> received = mined.result();
        long gas = order.quote().gas();
        return new Swapped(
                receipt(order.intentId("swap"), mined.header(), received.isPresent(), gas, seen), received);
    }

    private long block(Observation seen) {
        return seen.market().block().number() + blocks;
    }

    private int place() {
        return first ? 0 : Integer.MAX_VALUE;
    }

    private Receipt receipt(String intentId, BlockHeader header, boolean succeeded, long gas, Observation seen) {
        L1Charge l1 = seen.market().conditions().l1();
        return new Receipt(
                Hash32.of(Keccak256.digest(intentId.getBytes(StandardCharsets.UTF_8))),
                succeeded,
                header.ref().number(),
                header.ref().hash(),
                0,
                gas + l1.gas(),
                header.baseFee().plus(tip),
                l1.fee(),
                List.of());
    }
}
