package io.ballast.act.journal;

import io.ballast.act.risk.ProposedTransaction;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import java.math.BigInteger;

/** What one mined transaction of ours did to the books, kept until the books were held against a later block. */
public record OwnMove(
        ProposedTransaction.Kind kind, Hash32 tx, long block, TokenAmount amountIn, TokenAmount amountOut) {
    static OwnMove of(ProposedTransaction.Kind kind, IntentMined mined) {
        return new OwnMove(kind, mined.txHash(), mined.blockNumber(), mined.amountIn(), mined.amountOut());
    }

    /** Whether it took money out. */
    public boolean withdraws() {
        return kind.withdraws() && !amountIn.isZero();
    }

    /** Change of a token's balance, in its smallest unit. */
    public BigInteger net(Token token) {
        BigInteger out = kind != ProposedTransaction.Kind.WITHDRAW_COINS
                        && amountIn.token().equals(token)
                ? amountIn.raw()
                : BigInteger.ZERO;
        BigInteger in = amountOut.token().equals(token) ? amountOut.raw() : BigInteger.ZERO;
        return in.subtract(out);
    }
}
