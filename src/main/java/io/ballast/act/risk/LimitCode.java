package io.ballast.act.risk;

import java.util.function.Function;

/**
 * One name for each limit, and the limit behind it; what a refusal is called in logs, journal and API. Checks come in this order.
 */
@SuppressWarnings("ImmutableEnumChecker") // the functions hold nothing
public enum LimitCode {
    /** Trading is HALTED; only revokes pass. */
    TRADING_HALTED(limits -> new NotHalted()),
    /** Trading is REDUCING; only revokes and what buys cash pass. */
    TRADING_STATE_REDUCING(limits -> new ReducingOnly(limits.cash())),
    /** A token that is sold, bought or called is not on the list of addresses. */
    TOKEN_NOT_ALLOWED(limits -> new TokenList(limits.tokens())),
    /** A pool that is touched is not on the list, or a swap names none. */
    POOL_NOT_ALLOWED(limits -> new PoolList(limits.pools())),
    /** The contract called or given an allowance is not on the list. */
    ROUTER_NOT_ALLOWED(limits -> new RouterList(limits.routers())),
    /** The proceeds would go to another account than our own, or a withdrawal to another than the pinned one. */
    RECIPIENT_NOT_OWNER(limits -> new RecipientLimit(limits.owner(), limits.withdrawTo())),
    /** A contract has other code than when it was first seen; trading is HALTED. */
    CODE_CHANGED(limits -> new CodePins(limits.standing())),
    /** One trade is too large. */
    NOTIONAL_EXCEEDS_MAX_PER_TRADE(limits -> new NotionalPerTrade(limits.maxNotionalPerTrade())),
    /** All trades of an hour are too large together. */
    NOTIONAL_EXCEEDS_MAX_PER_HOUR(limits -> new NotionalPerHour(limits.trade().maxNotionalPerHour())),
    /** All trades of 24 hours are too large together. */
    NOTIONAL_EXCEEDS_MAX_PER_DAY(limits -> new NotionalPerDay(limits.maxNotionalPerDay())),
    /** Too large a part of the portfolio would be traded within 24 hours. */
    TURNOVER_EXCEEDS_MAX_PER_DAY(limits -> new TurnoverPerDay(limits.maxTurnoverPerDay())),
    /** The token bought would weigh too much. */
    WEIGHT_EXCEEDS_MAX(limits -> new WeightMax(limits.trade().bounds(), limits.cash())),
    /** The token sold would weigh too little. */
    WEIGHT_BELOW_MIN(limits -> new WeightMin(limits.trade().bounds(), limits.cash())),
    /** The trade moves the pools' price too far. */
    PRICE_IMPACT_EXCEEDS_MAX(limits -> new PriceImpactLimit(limits.maxPriceImpact())),
    /** The least amount accepted lies too far below the quote. */
    SLIPPAGE_EXCEEDS_MAX(limits -> new SlippageLimit(limits.maxSlippage())),
    /** A sandwich could take too much. */
    SANDWICH_LOSS_EXCEEDS_MAX(limits -> new SandwichLoss(limits.trade().maxSandwichLoss())),
    /** The expected gain does not pay for the cost. */
    BENEFIT_BELOW_MIN(limits -> new BenefitLimit(limits.trade().minBenefit(), limits.cash())),
    /** The quote and the feeds disagree: one of them is wrong, or the pool was moved. */
    PRICE_DEVIATION_EXCEEDS_MAX(limits -> new PriceDeviation(limits.maxPriceDeviation())),
    /** The quote and the mean prices of the last half hour disagree, or there are none. */
    TWAP_DEVIATION_EXCEEDS_MAX(limits ->
            new TwapDeviation(limits.maxPriceDeviation(), limits.standing().witnesses())),
    /** The quote and the other pools of the pair disagree, or there are none. */
    POOLS_DEVIATION_EXCEEDS_MAX(limits ->
            new PoolsDeviation(limits.maxPriceDeviation(), limits.standing().witnesses())),
    /** Too many swaps within an hour. */
    TRADES_EXCEED_MAX_PER_HOUR(limits -> new TradesPerHour(limits.maxTradesPerHour())),
    /** Too many swaps within 24 hours. */
    TRADES_EXCEED_MAX_PER_DAY(limits -> new TradesPerDay(limits.maxTradesPerDay())),
    /** An earlier decision traded too short a time ago. */
    COOLDOWN_ACTIVE(limits -> new Cooldown(limits.cooldown())),
    /** One leg of a decision comes a second time, or the same swap too often. */
    EXECUTION_REPEATED(limits ->
            new RepeatedExecution(limits.trade().maxIdentical(), limits.trade().identicalWithin())),
    /** Too many transactions in a row reverted or were dropped. */
    FAILURES_EXCEED_MAX(limits ->
            new FailureLimit(limits.standing().maxFailures(), limits.standing().failurePause())),
    /** Several swaps have lost too much; only what buys cash passes. */
    STOPLOSS_GUARD_ACTIVE(
            limits -> new StoplossGuard(limits.standing().protections().stoplossGuard(), limits.cash())),
    /** The net asset value fell too far within a while; only what buys cash passes. */
    MAX_DRAWDOWN_GUARD_ACTIVE(
            limits -> new MaxDrawdownGuard(limits.standing().protections().maxDrawdown(), limits.cash())),
    /** The swaps of this pair have brought too little; only what buys cash passes. */
    LOW_PROFIT_PAIR(limits -> new LowProfitPair(limits.standing().protections().lowProfitPairs(), limits.cash())),
    /** The most that is bid per unit of gas is too high. */
    GAS_PRICE_EXCEEDS_MAX(limits -> new GasPriceLimit(limits.maxGasPrice())),
    /** Gas of this transaction could cost too much. */
    GAS_EXCEEDS_MAX_PER_TRADE(limits -> new GasPerTrade(limits.trade().maxGas())),
    /** Gas of 24 hours costs too much. */
    GAS_EXCEEDS_MAX_PER_DAY(limits -> new GasPerDay(limits.maxGasPerDay())),
    /** Too few coins would be left to pay for a revoke. */
    GAS_RESERVE_TOO_LOW(limits -> new GasReserve(limits.gasReserve())),
    /** The block decided on and the clock are too far apart. */
    BLOCK_STALE(limits -> new BlockFreshness(limits.maxBlockAge())),
    /** The block decided on lies too far below the highest one seen. */
    BLOCKS_BEHIND(limits -> new BlocksBehind(limits.standing().maxBlocksBehind())),
    /** The rollup's sequencer is down, or back for too short a time, or its state is unknown. */
    SEQUENCER_NOT_UP(limits -> new SequencerGrace(limits.sequencerGrace())),
    /** A feed that the net asset value rests on is older than its heartbeat, or missing. */
    PRICE_STALE(limits -> new PriceFreshness()),
    /** A token that should be worth 1 USD is not; if that lasts, trading is HALTED. */
    DEPEG_EXCEEDS_MAX(limits -> new DepegLimit(limits.depeg())),
    /** The transaction could be mined too late, or is too late already. */
    DEADLINE_EXCEEDS_MAX(limits -> new DeadlineLimit(limits.maxDeadline())),
    /** The account lost too much within 24 hours; only what buys cash passes. */
    DAILY_LOSS_EXCEEDS_MAX(limits -> new DailyLoss(limits.dailyLoss().max(), limits.cash())),
    /** The account fell too far below its high-water mark; only what buys cash passes, and if that lasts, trading stops. */
    DRAWDOWN_EXCEEDS_MAX(limits -> new DrawdownLimit(limits.drawdown().max(), limits.cash()));

    private final Function<RiskLimits, Limit> limit;

    LimitCode(Function<RiskLimits, Limit> limit) {
        this.limit = limit;
    }

    /** The limit behind this code, as strict as {@code limits} say. */
    Limit of(RiskLimits limits) {
        return limit.apply(limits);
    }

    /** Whether the agent itself sets what is compared, right up to the limit, so that being near says nothing. */
    public boolean isOfOurOwnMaking() {
        return this == SLIPPAGE_EXCEEDS_MAX || this == DEADLINE_EXCEEDS_MAX || this == BENEFIT_BELOW_MIN;
    }
}
