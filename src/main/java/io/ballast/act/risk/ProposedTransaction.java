package io.ballast.act.risk;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bps;
import io.ballast.base.units.PoolId;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Wei;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One transaction that asks to pass the gate. It states facts only; the gate itself works out what they are worth, so that
 * nothing a planner claims can widen a limit. An approval states the swap it is for and is judged as if it were that swap.
 *
 * @param intentId unique; asking again under the same id replaces what was counted for it
 * @param decisionId shared by all legs, approvals and revokes of one decision
 * @param amountIn sold, or approved; zero for a revoke
 * @param quotedOut expected of the swap; zero for a revoke
 * @param minOut least the swap accepts, of the same token
 * @param target contract called: router, or for approvals and revokes the token or Permit2, whichever keeps count
 * @param spender who may take the amount: the router, or Permit2
 * @param recipient of the proceeds
 * @param pools touched by the swap; empty for a revoke
 * @param priceImpact of the quote
 * @param deadline after which the swap reverts
 * @param gasLimit units of gas, greater than zero
 * @param maxFee most per unit of gas, base fee included
 * @param l1Fee most that a rollup charges for its data on top of gas
 * @param sandwichLoss most that a sandwich can take of the quote, in the token bought
 * @param benefit of the whole decision; empty where the scorer states none
 */
public record ProposedTransaction(
        String intentId,
        String decisionId,
        Kind kind,
        TokenAmount amountIn,
        TokenAmount quotedOut,
        TokenAmount minOut,
        Address target,
        Address spender,
        Address recipient,
        List<PoolId> pools,
        Bps priceImpact,
        Instant deadline,
        long gasLimit,
        Wei maxFee,
        Wei l1Fee,
        TokenAmount sandwichLoss,
        Optional<Benefit> benefit) {
    /** What the transaction does. */
    public enum Kind {
        SWAP,
        APPROVE,
        REVOKE,
        /** Wrapped coins become coins of the account, to pay for gas. */
        UNWRAP,
        /** A token goes to the pinned account, on a person's command. */
        WITHDRAW,
        /** The same with coins; the amount is told in the wrapped coin. */
        WITHDRAW_COINS;

        /** Whether it is a trade or prepares one. */
        public boolean trades() {
            return this == SWAP || this == APPROVE;
        }

        /** Whether it may pass while trading is halted: rights taken back, and a person's own withdrawal. */
        public boolean passesHalt() {
            return this == REVOKE || withdraws();
        }

        /** Whether money leaves the account for good. */
        public boolean withdraws() {
            return this == WITHDRAW || this == WITHDRAW_COINS;
        }
    }

    public ProposedTransaction {
        pools = List.copyOf(pools);
        if (!quotedOut.token().equals(minOut.token()) || !quotedOut.token().equals(sandwichLoss.token())) {
            throw new IllegalArgumentException(
                    "quote, minimum and loss differ in token: " + quotedOut + ", " + minOut + ", " + sandwichLoss);
        }
        if ((kind == Kind.REVOKE) != amountIn.isZero() || kind.trades() == quotedOut.isZero()) {
            throw new IllegalArgumentException("only a revoke is of nothing and only a trade buys something, were "
                    + kind + " " + amountIn + " for " + quotedOut);
        }
        if (gasLimit <= 0) {
            throw new IllegalArgumentException("gas limit must be positive, was " + gasLimit);
        }
    }

    /** The exact approval by the token that this swap needs first. */
    public ProposedTransaction approval(String approvalIntentId, long approvalGasLimit) {
        return approval(approvalIntentId, approvalGasLimit, amountIn.token().address(), spender);
    }

    /**
     * An exact approval that this swap needs first.
     *
     * @param keeper contract that keeps count and is called
     * @param allowed who may take the amount
     */
    public ProposedTransaction approval(
            String approvalIntentId, long approvalGasLimit, Address keeper, Address allowed) {
        return new ProposedTransaction(
                approvalIntentId,
                decisionId,
                Kind.APPROVE,
                amountIn,
                quotedOut,
                minOut,
                keeper,
                allowed,
                recipient,
                pools,
                priceImpact,
                deadline,
                approvalGasLimit,
                maxFee,
                l1Fee,
                sandwichLoss,
                benefit);
    }

    /**
     * Sets an allowance back to zero.
     *
     * @param keeper contract that keeps count and is called: the token, or Permit2
     */
    public static ProposedTransaction revoke(
            String intentId,
            String decisionId,
            Token token,
            Address keeper,
            Address spender,
            Address owner,
            Instant deadline,
            long gasLimit,
            Wei maxFee,
            Wei l1Fee) {
        TokenAmount none = TokenAmount.zero(token);
        return new ProposedTransaction(
                intentId,
                decisionId,
                Kind.REVOKE,
                none,
                none,
                none,
                keeper,
                spender,
                owner,
                List.of(),
                Bps.ZERO,
                deadline,
                gasLimit,
                maxFee,
                l1Fee,
                none,
                Optional.empty());
    }

    /**
     * Moves what the account holds: unwraps, or withdraws.
     *
     * @param target contract called, or the account that coins go to
     * @param recipient whose it is afterwards
     */
    public static ProposedTransaction move(
            String intentId,
            String decisionId,
            Kind kind,
            TokenAmount amount,
            Address target,
            Address recipient,
            Instant deadline,
            long gasLimit,
            Wei maxFee,
            Wei l1Fee) {
        TokenAmount none = TokenAmount.zero(amount.token());
        return new ProposedTransaction(
                intentId,
                decisionId,
                kind,
                amount,
                none,
                none,
                target,
                target,
                recipient,
                List.of(),
                Bps.ZERO,
                deadline,
                gasLimit,
                maxFee,
                l1Fee,
                none,
                Optional.empty());
    }

    /** The same, for more or less gas money. */
    public ProposedTransaction withMaxFee(Wei other) {
        return new ProposedTransaction(
                intentId,
                decisionId,
                kind,
                amountIn,
                quotedOut,
                minOut,
                target,
                spender,
                recipient,
                pools,
                priceImpact,
                deadline,
                gasLimit,
                other,
                l1Fee,
                sandwichLoss,
                benefit);
    }

    public Token tokenIn() {
        return amountIn.token();
    }

    public Token tokenOut() {
        return quotedOut.token();
    }

    public boolean isRevoke() {
        return kind == Kind.REVOKE;
    }

    /** Coins that leave if all gas is used at the highest price, and the data costs the most. */
    public Wei worstGas() {
        return maxFee.times(gasLimit).plus(l1Fee);
    }
}
