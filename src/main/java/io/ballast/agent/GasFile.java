package io.ballast.agent;

import io.ballast.base.config.Coins;
import io.ballast.base.config.GasPrice;
import io.ballast.base.config.Key;
import io.ballast.base.config.Symbol;
import io.ballast.base.units.Usd;
import java.util.Optional;

/** What gas may cost. */
public record GasFile(
        @Key("Coins that must always be left; the network's own if left out.")
        Optional<Coins> reserve,

        @Key("Most per unit of gas; the network's own if left out.")
        Optional<GasPrice> maxPrice,

        @Key("Tip per unit of gas; the network's own if left out.")
        Optional<GasPrice> tip,

        @Key(value = "Most within 24 hours.", defaultsTo = "10 USD")
        Usd maxPerDay,

        @Key("Unwraps coins when fewer than the reserve are left.")
        Optional<TopUp> topUp) {

    /** Unwrapping coins. */
    public record TopUp(
            @Key(value = "Token that is unwrapped.", required = true)
            Symbol from,

            @Key(value = "Coins to reach.", required = true) Coins to,

            @Key(value = "Most within 24 hours.", required = true)
            Coins maxPerDay) {}
}
