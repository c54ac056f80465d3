package io.ballast.act.execution.simulated;

import io.ballast.act.execution.SwapOrder;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Wei;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.market.L1Charge;
import io.ballast.sense.market.MarketState;

/**
 * What became of an order.
 *
 * @param header block that holds the transaction
 * @param succeeded whether it did what it should; if not, it paid for gas alone
 * @param received zero if it did not
 * @param gasUsed units of gas
 * @param baseFee in that block
 * @param l1Fee charged for its data on top of gas
 */
public record Fill(BlockHeader header, boolean succeeded, TokenAmount received, long gasUsed, Wei baseFee, Wei l1Fee) {
    /** In the block it was quoted on, paid for at the price expected for the next. */
    public static Fill asQuoted(SwapOrder order, MarketState market) {
        return at(order, market, true, order.quote().amountOut());
    }

    /** In a market's block, for the gas that the quote expects. */
    public static Fill at(SwapOrder order, MarketState market, boolean succeeded, TokenAmount received) {
        L1Charge l1 = market.conditions().l1();
        return new Fill(
                market.header(),
                succeeded,
                succeeded ? received : TokenAmount.zero(received.token()),
                order.quote().gas() + l1.gas(),
                market.header().nextBaseFee(),
                l1.fee());
    }
}
