package io.ballast.act.risk;

/** One name for each limit; what a refusal is called in logs, journal and API. Checks come in this order. */
public enum LimitCode {
    /** Trading is HALTED; only revokes pass. */
    TRADING_HALTED,
    /** Trading is REDUCING; only revokes and what buys cash pass. */
    TRADING_STATE_REDUCING,
    /** A token that is sold, bought or called is not on the list of addresses. */
    TOKEN_NOT_ALLOWED,
    /** A pool that is touched is not on the list, or a swap names none. */
    POOL_NOT_ALLOWED,
    /** The contract called or given an allowance is not on the list. */
    ROUTER_NOT_ALLOWED,
    /** The proceeds would go to another account than our own, or a withdrawal to another than the pinned one. */
    RECIPIENT_NOT_OWNER,
    /** A contract has other code than when it was first seen; trading is HALTED. */
    CODE_CHANGED,
    /** One trade is too large. */
    NOTIONAL_EXCEEDS_MAX_PER_TRADE,
    /** All trades of an hour are too large together. */
    NOTIONAL_EXCEEDS_MAX_PER_HOUR,
    /** All trades of 24 hours are too large together. */
    NOTIONAL_EXCEEDS_MAX_PER_DAY,
    /** Too large a part of the portfolio would be traded within 24 hours. */
    TURNOVER_EXCEEDS_MAX_PER_DAY,
    /** The token bought would weigh too much. */
    WEIGHT_EXCEEDS_MAX,
    /** The token sold would weigh too little. */
    WEIGHT_BELOW_MIN,
    /** The trade moves the pools' price too far. */
    PRICE_IMPACT_EXCEEDS_MAX,
    /** The least amount accepted lies too far below the quote. */
    SLIPPAGE_EXCEEDS_MAX,
    /** A sandwich could take too much. */
    SANDWICH_LOSS_EXCEEDS_MAX,
    /** The expected gain does not pay for the cost. */
    BENEFIT_BELOW_MIN,
    /** The quote and the feeds disagree: one of them is wrong, or the pool was moved. */
    PRICE_DEVIATION_EXCEEDS_MAX,
    /** The quote and the mean prices of the last half hour disagree, or there are none. */
    TWAP_DEVIATION_EXCEEDS_MAX,
    /** The quote and the other pools of the pair disagree, or there are none. */
    POOLS_DEVIATION_EXCEEDS_MAX,
    /** Too many swaps within an hour. */
    TRADES_EXCEED_MAX_PER_HOUR,
    /** Too many swaps within 24 hours. */
    TRADES_EXCEED_MAX_PER_DAY,
    /** An earlier decision traded too short a time ago. */
    COOLDOWN_ACTIVE,
    /** One leg of a decision comes a second time, or the same swap too often. */
    EXECUTION_REPEATED,
    /** Too many transactions in a row reverted or were dropped. */
    FAILURES_EXCEED_MAX,
    /** Several swaps have lost too much; only what buys cash passes. */
    STOPLOSS_GUARD_ACTIVE,
    /** The net asset value fell too far within a while; only what buys cash passes. */
    MAX_DRAWDOWN_GUARD_ACTIVE,
    /** The swaps of this pair have brought too little; only what buys cash passes. */
    LOW_PROFIT_PAIR,
    /** The most that is bid per unit of gas is too high. */
    GAS_PRICE_EXCEEDS_MAX,
    /** Gas of this transaction could cost too much. */
    GAS_EXCEEDS_MAX_PER_TRADE,
    /** Gas of 24 hours costs too much. */
    GAS_EXCEEDS_MAX_PER_DAY,
    /** Too few coins would be left to pay for a revoke. */
    GAS_RESERVE_TOO_LOW,
    /** The block decided on and the clock are too far apart. */
    BLOCK_STALE,
    /** The block decided on lies too far below the highest one seen. */
    BLOCKS_BEHIND,
    /** The rollup's sequencer is down, or back for too short a time, or its state is unknown. */
    SEQUENCER_NOT_UP,
    /** A feed that the net asset value rests on is older than its heartbeat, or missing. */
    PRICE_STALE,
    /** A token that should be worth 1 USD is not; if that lasts, trading is HALTED. */
    DEPEG_EXCEEDS_MAX,
    /** The transaction could be mined too late, or is too late already. */
    DEADLINE_EXCEEDS_MAX,
    /** The account lost too much within 24 hours; only what buys cash passes. */
    DAILY_LOSS_EXCEEDS_MAX,
    /** The account fell too far below its high-water mark; only what buys cash passes, and if that lasts, trading stops. */
    DRAWDOWN_EXCEEDS_MAX;

    /** Whether the agent itself sets what is compared, right up to the limit, so that being near says nothing. */
    public boolean isOfOurOwnMaking() {
        return this == SLIPPAGE_EXCEEDS_MAX || this == DEADLINE_EXCEEDS_MAX || this == BENEFIT_BELOW_MIN;
    }
}
