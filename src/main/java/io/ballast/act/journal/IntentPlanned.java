package io.ballast.act.journal;

import io.ballast.act.risk.ProposedTransaction;
import io.ballast.base.units.Address;
import io.ballast.base.units.BlockRef;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.PoolId;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import java.time.Instant;
import java.util.List;

/**
 * One transaction the agent means to send; at most one of its attempts is ever mined with success.
 *
 * @param decisionId the decision it carries out
 * @param leg index among the decision's legs
 * @param amountIn sold or approved; zero for a revoke
 * @param tokenOut bought; for approvals what the following swap buys
 * @param quotedOut by the exact engine at the pinned block; zero for approvals and revokes
 * @param minOut least amount out the calldata accepts; zero for approvals and revokes
 * @param target contract called
 * @param spender who may take the amount
 * @param deadline by the clock of the chain
 * @param pools touched, in hop order; empty for approvals and revokes
 * @param route for people
 * @param pinned block at which it was quoted
 */
public record IntentPlanned(
        String intentId,
        String decisionId,
        int leg,
        ProposedTransaction.Kind kind,
        TokenAmount amountIn,
        Token tokenOut,
        TokenAmount quotedOut,
        TokenAmount minOut,
        Address target,
        Address spender,
        Bytes data,
        Instant deadline,
        List<PoolId> pools,
        String route,
        BlockRef pinned)
        implements JournalEvent {
    public IntentPlanned {
        pools = List.copyOf(pools);
    }
}
