package io.ballast.act.risk;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bps;
import io.ballast.base.units.PoolId;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Usd;
import io.ballast.base.units.Wei;
import java.util.List;

/**
 * One transaction that asks to pass the gate.
 *
 * @param amountIn sold, approved, or zero for a revoke
 * @param tokenOut bought; for approvals the token the following swap buys
 * @param target contract called: router, or the token for approvals
 * @param spender who may take the amount; the router
 * @param pools touched by the swap; empty for approvals
 * @param notional value of the amount in at feed prices; zero for approvals and revokes
 * @param priceImpact of the quote
 * @param slippage minOut below the quote
 * @param gasLimit units of gas
 * @param reducing moves value into cash
 */
public record ProposedTransaction(
        Kind kind,
        TokenAmount amountIn,
        Token tokenOut,
        Address target,
        Address spender,
        List<PoolId> pools,
        Usd notional,
        Bps priceImpact,
        Bps slippage,
        long gasLimit,
        Wei maxFee,
        boolean reducing) {
    /** What the transaction does. */
    public enum Kind {
        SWAP,
        APPROVE,
        REVOKE
    }

    public ProposedTransaction {
        pools = List.copyOf(pools);
    }

    /** Coins that leave if all gas is used at the highest price. */
    public Wei worstGas() {
        return maxFee.times(gasLimit);
    }
}
