package io.ballast.lab.backtest.replay;

import io.ballast.act.execution.SwapOrder;
import io.ballast.act.execution.simulated.Fill;
import io.ballast.act.execution.simulated.FillModel;
import io.ballast.base.units.TokenAmount;
import io.ballast.lab.backtest.replay.PoolReplay.Included;
import io.ballast.sense.market.L1Charge;
import io.ballast.sense.market.Observation;
import java.util.Optional;

/**
 * Fills by recorded events: an order is executed some blocks after its decision, ahead of everybody else's events of that block or
 * behind them, on the pools as they are there; the recorded orders of others that come later meet what it left. Used by one thread.
 *
 * @param blocks at least one
 * @param first whether ahead of all others of its block
 */
public record EventFills(PoolReplay replay, int blocks, boolean first) implements FillModel {
    public EventFills {
        if (blocks < 1) {
            throw new IllegalArgumentException("a transaction is mined a block after its decision at the earliest");
        }
    }

    @Override
    public Fill fill(SwapOrder order, Observation seen) {
        Included<Optional<TokenAmount>> mined = replay.include(
                seen.market().block().number() + blocks,
                first ? 0 : Integer.MAX_VALUE,
                (header, pools) -> PoolFill.of(order, pools, header.ref().timestamp()));
        L1Charge l1 = seen.market().conditions().l1();
        return new Fill(
                mined.header(),
                mined.result().isPresent(),
                mined.result().orElseGet(() -> TokenAmount.zero(order.tokenOut())),
                order.quote().gas() + l1.gas(),
                mined.header().baseFee(),
                l1.fee());
    }
}
