package io.ballast.act.risk;

import io.ballast.base.units.Token;

/** One limit. Pure: the same question has the same answer, and nothing is remembered. */
sealed interface Limit
        permits BenefitLimit,
                BlockFreshness,
                BlocksBehind,
                CodePins,
                Cooldown,
                DailyLoss,
                DeadlineLimit,
                DepegLimit,
                DrawdownLimit,
                FailureLimit,
                GasPerDay,
                GasPerTrade,
                GasPriceLimit,
                GasReserve,
                LowProfitPair,
                MaxDrawdownGuard,
                NotHalted,
                NotionalPerDay,
                NotionalPerHour,
                NotionalPerTrade,
                PoolList,
                PoolsDeviation,
                PriceDeviation,
                PriceFreshness,
                PriceImpactLimit,
                RecipientLimit,
                ReducingOnly,
                RepeatedExecution,
                RouterList,
                SandwichLoss,
                SequencerGrace,
                SlippageLimit,
                StoplossGuard,
                TokenList,
                TradesPerDay,
                TradesPerHour,
                TurnoverPerDay,
                TwapDeviation,
                WeightMax,
                WeightMin {
    LimitCode code();

    LimitCheck check(Question question);

    /** Whether a revoke must pass too. It can only take risk away, so most limits let it. */
    default boolean bindsRevokes() {
        return false;
    }

    /** Whether what only moves our own holdings must pass: an unwrap for gas, a withdrawal by a person. */
    default boolean bindsMoves(ProposedTransaction.Kind kind) {
        return false;
    }

    /** The verdict, for what is not a trade as well. */
    default LimitCheck verdict(Question question) {
        ProposedTransaction.Kind kind = question.transaction().kind();
        return switch (kind) {
            case SWAP, APPROVE -> check(question);
            case REVOKE -> bindsRevokes() ? check(question) : LimitCheck.pass(code(), "not for revokes");
            case UNWRAP, WITHDRAW, WITHDRAW_COINS ->
                bindsMoves(kind) ? check(question) : LimitCheck.pass(code(), "not for what is no trade");
        };
    }

    /** A verdict where a price is missing: unknown is refused. */
    default LimitCheck unpriced(Token token) {
        return LimitCheck.refuse(code(), "no price of " + token);
    }
}
