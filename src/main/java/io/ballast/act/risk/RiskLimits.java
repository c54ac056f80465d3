package io.ballast.act.risk;

import io.ballast.base.config.Turnover;
import io.ballast.base.units.Address;
import io.ballast.base.units.Bps;
import io.ballast.base.units.PoolId;
import io.ballast.base.units.Token;
import io.ballast.base.units.Usd;
import io.ballast.base.units.Wei;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Limits in force. Zero means that none is allowed, never that there is no limit, and an empty list allows nothing. Days and
 * hours are rolling.
 *
 * @param maxTurnoverPerDay traded notional over invested value; 10000 is once a day
 * @param maxSlippage of the least accepted amount below the quote
 * @param gasReserve coins that must be left after the worst gas of a swap; approvals and swaps may not go below, revokes may
 * @param maxBlockAge between the pinned block's time and the clock, either way
 * @param sequencerGrace from the end of a sequencer's outage until something may be traded again
 * @param drawdown of the account below its high-water mark; reaching it is enough
 * @param tokens that may be held, sold, bought and approved
 * @param routers the only contracts that may be called or approved
 * @param maxTradesPerDay swaps
 * @param cooldown from the last swap of one decision to the first transaction of another; zero is none
 * @param dailyLoss fall of the account within 24 hours
 * @param maxPriceDeviation of the quote from the feeds, either way; fee and impact are part of it
 * @param depeg for each token that should be worth 1 USD, how far its feed may be away from it, either way
 * @param maxDeadline from the pinned block to the deadline
 * @param cash buying it counts as reducing
 * @param owner the account that trades, and the only recipient of what it trades
 * @param withdrawTo the only account that money may leave for; none if empty
 * @param trade what one trade must keep to besides
 * @param standing what must hold between trades
 */
public record RiskLimits(
        Usd maxNotionalPerTrade,
        Usd maxNotionalPerDay,
        Turnover maxTurnoverPerDay,
        Bps maxPriceImpact,
        Bps maxSlippage,
        int maxTradesPerHour,
        Wei maxGasPrice,
        Usd maxGasPerDay,
        Wei gasReserve,
        Duration maxBlockAge,
        Duration sequencerGrace,
        LossRule drawdown,
        Set<Address> tokens,
        Set<PoolId> pools,
        Spenders routers,
        int maxTradesPerDay,
        Duration cooldown,
        LossRule dailyLoss,
        Bps maxPriceDeviation,
        Map<Token, Bps> depeg,
        Duration maxDeadline,
        Token cash,
        Address owner,
        Optional<Address> withdrawTo,
        TradeRules trade,
        StandingRules standing) {
    public RiskLimits {
        tokens = sorted(tokens);
        pools = sorted(pools);
        depeg = sorted(depeg);
        if (maxBlockAge.isNegative()
                || sequencerGrace.isNegative()
                || cooldown.isNegative()
                || maxDeadline.isNegative()) {
            throw new IllegalArgumentException("durations must not be negative, were block age " + maxBlockAge
                    + ", sequencer grace " + sequencerGrace + ", cooldown " + cooldown + ", deadline " + maxDeadline);
        }
        if (maxTradesPerHour < 0 || maxTradesPerDay < 0) {
            throw new IllegalArgumentException(
                    "numbers of trades must not be negative, were " + maxTradesPerHour + " and " + maxTradesPerDay);
        }
        if (maxNotionalPerTrade.value().signum() < 0
                || maxNotionalPerDay.value().signum() < 0
                || maxGasPerDay.value().signum() < 0) {
            throw new IllegalArgumentException("dollar limits must not be negative, were " + maxNotionalPerTrade + ", "
                    + maxNotionalPerDay + ", " + maxGasPerDay);
        }
    }

    // Sorted, because the order of an unsorted set changes from run to run, and figures and digests are made of these.
    private static <T extends Comparable<T>> SortedSet<T> sorted(Collection<T> items) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(items));
    }

    private static SortedMap<Token, Bps> sorted(Map<Token, Bps> items) {
        SortedMap<Token, Bps> byAddress = new TreeMap<>(Comparator.comparing(Token::address));
        byAddress.putAll(items);
        return Collections.unmodifiableSortedMap(byAddress);
    }
}
