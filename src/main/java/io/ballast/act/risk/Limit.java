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

    /** The limit behind a code; a test sees to it that every code has one. */
    static Limit of(LimitCode code, RiskLimits limits) {
        return switch (code) {
            case TRADING_HALTED -> new NotHalted();
            case TRADING_STATE_REDUCING -> new ReducingOnly(limits.cash());
            case TOKEN_NOT_ALLOWED -> new TokenList(limits.tokens());
            case POOL_NOT_ALLOWED -> new PoolList(limits.pools());
            case ROUTER_NOT_ALLOWED -> new RouterList(limits.routers());
            case RECIPIENT_NOT_OWNER -> new RecipientLimit(limits.owner(), limits.withdrawTo());
            case NOTIONAL_EXCEEDS_MAX_PER_TRADE -> new NotionalPerTrade(limits.maxNotionalPerTrade());
            case NOTIONAL_EXCEEDS_MAX_PER_DAY -> new NotionalPerDay(limits.maxNotionalPerDay());
            case TURNOVER_EXCEEDS_MAX_PER_DAY -> new TurnoverPerDay(limits.maxTurnoverPerDay());
            case PRICE_IMPACT_EXCEEDS_MAX -> new PriceImpactLimit(limits.maxPriceImpact());
            case SLIPPAGE_EXCEEDS_MAX -> new SlippageLimit(limits.maxSlippage());
            case PRICE_DEVIATION_EXCEEDS_MAX -> new PriceDeviation(limits.maxPriceDeviation());
            case TRADES_EXCEED_MAX_PER_HOUR -> new TradesPerHour(limits.maxTradesPerHour());
            case TRADES_EXCEED_MAX_PER_DAY -> new TradesPerDay(limits.maxTradesPerDay());
            case COOLDOWN_ACTIVE -> new Cooldown(limits.cooldown());
            case GAS_PRICE_EXCEEDS_MAX -> new GasPriceLimit(limits.maxGasPrice());
            case GAS_EXCEEDS_MAX_PER_DAY -> new GasPerDay(limits.maxGasPerDay());
            case GAS_RESERVE_TOO_LOW -> new GasReserve(limits.gasReserve());
            case BLOCK_STALE -> new BlockFreshness(limits.maxBlockAge());
            case SEQUENCER_NOT_UP -> new SequencerGrace(limits.sequencerGrace());
            case PRICE_STALE -> new PriceFreshness();
            case DEPEG_EXCEEDS_MAX -> new DepegLimit(limits.depeg());
            case DEADLINE_EXCEEDS_MAX -> new DeadlineLimit(limits.maxDeadline());
            case DAILY_LOSS_EXCEEDS_MAX -> new DailyLoss(limits.dailyLoss().max(), limits.cash());
            case DRAWDOWN_EXCEEDS_MAX -> new DrawdownLimit(limits.drawdown().max(), limits.cash());
            default -> ofTrade(code, limits);
        };
    }

    private static Limit ofTrade(LimitCode code, RiskLimits limits) {
        TradeRules trade = limits.trade();
        return switch (code) {
            case NOTIONAL_EXCEEDS_MAX_PER_HOUR -> new NotionalPerHour(trade.maxNotionalPerHour());
            case WEIGHT_EXCEEDS_MAX -> new WeightMax(trade.bounds(), limits.cash());
            case WEIGHT_BELOW_MIN -> new WeightMin(trade.bounds(), limits.cash());
            case SANDWICH_LOSS_EXCEEDS_MAX -> new SandwichLoss(trade.maxSandwichLoss());
            case BENEFIT_BELOW_MIN -> new BenefitLimit(trade.minBenefit(), limits.cash());
            case EXECUTION_REPEATED -> new RepeatedExecution(trade.maxIdentical(), trade.identicalWithin());
            case GAS_EXCEEDS_MAX_PER_TRADE -> new GasPerTrade(trade.maxGas());
            default -> ofStanding(code, limits);
        };
    }

    private static Limit ofStanding(LimitCode code, RiskLimits limits) {
        StandingRules standing = limits.standing();
        Protections guards = standing.protections();
        return switch (code) {
            case CODE_CHANGED -> new CodePins(standing);
            case TWAP_DEVIATION_EXCEEDS_MAX -> new TwapDeviation(limits.maxPriceDeviation(), standing.witnesses());
            case POOLS_DEVIATION_EXCEEDS_MAX -> new PoolsDeviation(limits.maxPriceDeviation(), standing.witnesses());
            case FAILURES_EXCEED_MAX -> new FailureLimit(standing.maxFailures(), standing.failurePause());
            case BLOCKS_BEHIND -> new BlocksBehind(standing.maxBlocksBehind());
            case STOPLOSS_GUARD_ACTIVE -> new StoplossGuard(guards.stoplossGuard(), limits.cash());
            case MAX_DRAWDOWN_GUARD_ACTIVE -> new MaxDrawdownGuard(guards.maxDrawdown(), limits.cash());
            case LOW_PROFIT_PAIR -> new LowProfitPair(guards.lowProfitPairs(), limits.cash());
            default -> throw new IllegalArgumentException("no limit stands behind " + code);
        };
    }
}
