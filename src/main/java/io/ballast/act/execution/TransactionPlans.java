package io.ballast.act.execution;

import io.ballast.act.journal.IntentPlanned;
import io.ballast.act.risk.ProposedTransaction;
import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Wei;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.dex.web3j.SpendingRight;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** One transaction as the journal plans it and as the gate judges it: two views of the same facts. */
public record TransactionPlans(IntentPlanned planned, ProposedTransaction proposed) {
    /** A revoke has no deadline on chain; this one lets a restart know when it is no longer worth sending. */
    private static final Duration REVOKE_WITHIN = Duration.ofMinutes(10);

    /** Of its address, in the name of a revoke: a token may have several spenders, and lose the same one twice. */
    private static final int SPENDER_DIGITS = 6;

    /** Exactly the order's amount, for no longer than the order lives. */
    static Bytes approvalData(SwapOrder order, SpendingRight right) {
        return right.grant(order.amountIn(), order.deadline());
    }

    public static TransactionPlans swap(SwapOrder order, Address owner, GasOffer offer) {
        ProposedTransaction proposed = proposedSwap(order, owner, offer);
        return of(
                order,
                proposed,
                Bytes.whenRead(() -> order.data(owner)),
                order.quote().amountOut(),
                order.minOut());
    }

    /** Of its first approval; a leg needs another where its size changed, or where Permit2's has ended. */
    public static String approvalName(SwapOrder order, SpendingRight right) {
        return order.intentId(right.viaPermit2() ? "permit" : "approve");
    }

    /** @param name of the intent */
    public static TransactionPlans approval(
            String name, SwapOrder order, SpendingRight right, Address owner, GasOffer offer) {
        ProposedTransaction proposed = proposedSwap(order, owner, offer)
                .approval(name, GasLimits.with(GasLimits.APPROVE, offer.l1()), right.keeper(), right.spender());
        TokenAmount none = TokenAmount.zero(order.tokenOut());
        return of(order, proposed, approvalData(order, right), none, none);
    }

    public static TransactionPlans revoke(
            String decisionId, SpendingRight right, Address owner, BlockHeader pinned, GasOffer offer) {
        Instant deadline = pinned.ref().timestamp().plus(REVOKE_WITHIN);
        ProposedTransaction proposed = ProposedTransaction.revoke(
                decisionId + "." + right.token().symbol() + ".revoke-"
                        + right.spender().hex().substring(2, 2 + SPENDER_DIGITS) + "-"
                        + pinned.ref().number(),
                decisionId,
                right.token(),
                right.keeper(),
                right.spender(),
                owner,
                deadline,
                GasLimits.with(GasLimits.APPROVE, offer.l1()),
                offer.maxFee(),
                offer.worstL1Fee());
        TokenAmount none = TokenAmount.zero(right.token());
        Bytes data = right.grant(none, deadline);
        return new TransactionPlans(planned(proposed, 0, none, none, data, "", pinned), proposed);
    }

    static TransactionPlans move(Movement movement, BlockHeader pinned, GasOffer offer) {
        ProposedTransaction proposed = ProposedTransaction.move(
                movement.id(),
                movement.id(),
                movement.kind(),
                movement.amount(),
                movement.target(),
                movement.recipient(),
                pinned.ref().timestamp().plus(REVOKE_WITHIN),
                GasLimits.with(movement.gas(), offer.l1()),
                offer.maxFee(),
                offer.worstL1Fee());
        TokenAmount none = TokenAmount.zero(movement.amount().token());
        return new TransactionPlans(planned(proposed, 0, none, none, movement.data(), "", pinned), proposed);
    }

    /** Coins sent along. */
    Wei value() {
        return planned.kind() == ProposedTransaction.Kind.WITHDRAW_COINS
                ? new Wei(planned.amountIn().raw())
                : Wei.ZERO;
    }

    private static ProposedTransaction proposedSwap(SwapOrder order, Address owner, GasOffer offer) {
        return new ProposedTransaction(
                order.intentId("swap"),
                order.decisionId(),
                ProposedTransaction.Kind.SWAP,
                order.amountIn(),
                order.quote().amountOut(),
                order.minOut(),
                order.router().address(),
                order.router().address(),
                owner,
                order.quote().pools(),
                order.quote().priceImpact(),
                order.deadline(),
                GasLimits.with(GasLimits.swap(order.quote(), order.attempt()), offer.l1()),
                offer.maxFee(),
                offer.worstL1Fee(),
                order.sandwichLoss(),
                order.benefit());
    }

    private static TransactionPlans of(
            SwapOrder order, ProposedTransaction proposed, Bytes data, TokenAmount quoted, TokenAmount minOut) {
        String route = order.quote().route();
        return new TransactionPlans(
                planned(proposed, order.leg(), quoted, minOut, data, route, order.pinned()), proposed);
    }

    private static IntentPlanned planned(
            ProposedTransaction proposed,
            int leg,
            TokenAmount quoted,
            TokenAmount minOut,
            Bytes data,
            String route,
            BlockHeader pinned) {
        boolean swaps = proposed.kind() == ProposedTransaction.Kind.SWAP;
        return new IntentPlanned(
                proposed.intentId(),
                proposed.decisionId(),
                leg,
                proposed.kind(),
                proposed.amountIn(),
                proposed.tokenOut(),
                quoted,
                minOut,
                proposed.target(),
                proposed.spender(),
                data,
                proposed.deadline(),
                swaps ? proposed.pools() : List.of(),
                route,
                pinned.ref());
    }
}
