package io.ballast.act.execution;

import io.ballast.act.journal.IntentPlanned;
import io.ballast.act.risk.ProposedTransaction;
import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.dex.web3j.Erc20;
import io.ballast.sense.dex.web3j.SwapCalldata;
import java.time.Duration;
import java.util.List;

/** One transaction as the journal plans it and as the gate judges it: two views of the same facts. */
public record TransactionPlans(IntentPlanned planned, ProposedTransaction proposed) {
    /** A revoke has no deadline on chain; this one lets a restart know when it is no longer worth sending. */
    private static final Duration REVOKE_WITHIN = Duration.ofMinutes(10);

    static Bytes approvalData(SwapOrder order) {
        return Erc20.approve(order.router(), order.amountIn());
    }

    static Bytes swapData(SwapOrder order, Address recipient) {
        return SwapCalldata.exactInput(order.quote().atLeast(order.minOut()), recipient, order.deadline());
    }

    public static TransactionPlans swap(SwapOrder order, Address owner, GasOffer offer) {
        ProposedTransaction proposed = proposedSwap(order, owner, offer);
        return of(order, proposed, swapData(order, owner), order.quote().amountOut(), order.minOut());
    }

    static TransactionPlans approval(SwapOrder order, Address owner, GasOffer offer) {
        ProposedTransaction proposed = proposedSwap(order, owner, offer)
                .approval(order.intentId("approve"), GasLimits.with(GasLimits.APPROVE, offer.l1()));
        TokenAmount none = TokenAmount.zero(order.tokenOut());
        return of(order, proposed, approvalData(order), none, none);
    }

    static TransactionPlans revoke(
            String decisionId, Token token, Address router, Address owner, BlockHeader pinned, GasOffer offer) {
        ProposedTransaction proposed = ProposedTransaction.revoke(
                decisionId + "." + token.symbol() + ".revoke",
                decisionId,
                token,
                router,
                owner,
                pinned.ref().timestamp().plus(REVOKE_WITHIN),
                GasLimits.with(GasLimits.APPROVE, offer.l1()),
                offer.maxFee(),
                offer.worstL1Fee());
        TokenAmount none = TokenAmount.zero(token);
        Bytes data = Erc20.approve(router, none);
        return new TransactionPlans(planned(proposed, 0, none, none, data, "", pinned), proposed);
    }

    private static ProposedTransaction proposedSwap(SwapOrder order, Address owner, GasOffer offer) {
        return new ProposedTransaction(
                order.intentId("swap"),
                order.decisionId(),
                ProposedTransaction.Kind.SWAP,
                order.amountIn(),
                order.quote().amountOut(),
                order.minOut(),
                order.router(),
                order.router(),
                owner,
                order.quote().pools(),
                order.quote().priceImpact(),
                order.deadline(),
                GasLimits.with(GasLimits.swap(order.quote()), offer.l1()),
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
