package io.ballast.sense.market;

import io.ballast.base.config.Key;
import io.ballast.base.config.Symbol;
import io.ballast.base.units.Address;
import io.ballast.sense.dex.Protocol;
import io.ballast.sense.dex.Venue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One pool of a network file. */
public record PoolEntry(
        @Key(value = "Kind of pool.", required = true) Venue venue,
        @Key(value = "Its contract.", required = true) Address address,

        @Key(value = "Symbols of its two tokens, in any order.", required = true)
        List<Symbol> tokens,

        @Key(value = "Fee on the amount in.", required = true)
        PoolFee fee,

        @Key(value = "V3 only, and only where the fee does not say it.", min = 1, max = 16384)
        Optional<Integer> tickSpacing) {
    private static final Map<Integer, Integer> SPACING = Map.of(100, 1, 500, 10, 3000, 60, 10_000, 200);

    /** Tick spacing as given, or that of Uniswap's fee tiers; 0 for constant product; empty if nothing says it. */
    Optional<Integer> spacing() {
        if (venue.protocol() != Protocol.CONCENTRATED) {
            return Optional.of(0);
        }
        return tickSpacing.or(() -> Optional.ofNullable(SPACING.get(fee.pips())));
    }
}
