package io.ballast.act.risk;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bps;
import io.ballast.base.units.PoolId;
import io.ballast.base.units.Usd;
import io.ballast.base.units.Wei;
import java.time.Duration;
import java.util.Set;

/**
 * Limits in force. Zero means that none is allowed, never that there is no limit. Days and hours are rolling.
 *
 * @param maxTurnoverPerDay traded notional over invested value; 10000 is once a day
 * @param gasReserve coins that must be left after the worst gas of a swap; approvals and swaps may not go below, revokes may
 * @param maxBlockAge of the pinned block at the gate
 * @param maxDrawdown of NAV below its high-water mark; reached means HALTED
 * @param routers the only contracts that may be called or approved
 */
public record RiskLimits(
        Usd maxNotionalPerTrade,
        Usd maxNotionalPerDay,
        Bps maxTurnoverPerDay,
        Bps maxPriceImpact,
        Bps maxSlippage,
        int maxTradesPerHour,
        Wei maxGasPrice,
        Usd maxGasPerDay,
        Wei gasReserve,
        Duration maxBlockAge,
        Bps maxDrawdown,
        Set<Address> tokens,
        Set<PoolId> pools,
        Set<Address> routers) {
    public RiskLimits {
        tokens = Set.copyOf(tokens);
        pools = Set.copyOf(pools);
        routers = Set.copyOf(routers);
    }
}
