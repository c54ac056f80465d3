package io.ballast.act.journal;

import io.ballast.base.units.Hash32;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Wei;
import io.ballast.sense.chain.Receipt;
import java.util.List;

/**
 * An attempt was mined: the entry by which the books move.
 *
 * @param index position in the block
 * @param succeeded status 1
 * @param gasUsed units of gas
 * @param gasPrice paid per unit of gas
 * @param l1Fee paid for the data on top of gas, on rollups that charge so
 * @param amountIn what really left the account by the logs; zero for approvals, revokes, cancellations and failures
 * @param amountOut what really arrived; zero for the same
 * @param strangers other transactions that swapped in the touched pools between quote and inclusion, in chain order
 */
public record IntentMined(
        String intentId,
        Hash32 txHash,
        long blockNumber,
        Hash32 blockHash,
        int index,
        boolean succeeded,
        long gasUsed,
        Wei gasPrice,
        Wei l1Fee,
        TokenAmount amountIn,
        TokenAmount amountOut,
        List<Hash32> strangers)
        implements JournalEvent {
    public IntentMined {
        strangers = List.copyOf(strangers);
        if (!succeeded && !(amountIn.isZero() && amountOut.isZero())) {
            throw new IllegalArgumentException("a failed transaction moves nothing, moved " + amountIn);
        }
    }

    /**
     * As a receipt has it.
     *
     * @param strangers as {@link #strangers}
     */
    public static IntentMined of(
            String intentId, Receipt receipt, TokenAmount paid, TokenAmount received, List<Hash32> strangers) {
        return new IntentMined(
                intentId,
                receipt.txHash(),
                receipt.blockNumber(),
                receipt.blockHash(),
                receipt.index(),
                receipt.succeeded(),
                receipt.gasUsed(),
                receipt.effectiveGasPrice(),
                receipt.l1Fee(),
                paid,
                received,
                strangers);
    }

    /** Coins paid for gas and data. */
    public Wei fee() {
        return gasPrice.times(gasUsed).plus(l1Fee);
    }
}
