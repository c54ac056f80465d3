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
    /** The proceeds would go to another account than our own. */
    RECIPIENT_NOT_OWNER,
    /** One trade is too large. */
    NOTIONAL_EXCEEDS_MAX_PER_TRADE,
    /** All trades of 24 hours are too large together. */
    NOTIONAL_EXCEEDS_MAX_PER_DAY,
    /** Too large a part of the portfolio would be traded within 24 hours. */
    TURNOVER_EXCEEDS_MAX_PER_DAY,
    /** The trade moves the pools' price too far. */
    PRICE_IMPACT_EXCEEDS_MAX,
    /** The least amount accepted lies too far below the quote. */
    SLIPPAGE_EXCEEDS_MAX,
    /** The quote and the feeds disagree: one of them is wrong, or the pool was moved. */
    PRICE_DEVIATION_EXCEEDS_MAX,
    /** Too many swaps within an hour. */
    TRADES_EXCEED_MAX_PER_HOUR,
    /** Too many swaps within 24 hours. */
    TRADES_EXCEED_MAX_PER_DAY,
    /** An earlier decision traded too short a time ago. */
    COOLDOWN_ACTIVE,
    /** The most that is bid per unit of gas is too high. */
    GAS_PRICE_EXCEEDS_MAX,
    /** Gas of 24 hours costs too much. */
    GAS_EXCEEDS_MAX_PER_DAY,
    /** Too few coins would be left to pay for a revoke. */
    GAS_RESERVE_TOO_LOW,
    /** The block decided on and the clock are too far apart. */
    BLOCK_STALE,
    /** The rollup's sequencer is down, or back for too short a time, or its state is unknown. */
    SEQUENCER_NOT_UP,
    /** A feed that the net asset value rests on is older than its heartbeat, or missing. */
    PRICE_STALE,
    /** A token that should be worth 1 USD is not. */
    DEPEG_EXCEEDS_MAX,
    /** The transaction could be mined too late, or is too late already. */
    DEADLINE_EXCEEDS_MAX,
    /** The net asset value fell too far within 24 hours; only what buys cash passes. */
    DAILY_LOSS_EXCEEDS_MAX,
    /** The net asset value fell too far below its high-water mark; trading is HALTED. */
    DRAWDOWN_EXCEEDS_MAX
}
