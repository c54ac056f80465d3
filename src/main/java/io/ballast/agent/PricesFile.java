package io.ballast.agent;

import io.ballast.act.risk.PriceWitness;
import io.ballast.base.config.Check;
import io.ballast.base.config.Checked;
import io.ballast.base.config.Key;
import io.ballast.base.config.Spelled;
import io.ballast.base.units.Bps;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Where prices come from. */
public record PricesFile(
        @Key(
                value =
                        "Sources of prices: the feeds, and those that must know a token and agree with a quote as well.",
                defaultsTo = "chainlink")
        List<NavSource> nav,

        @Key(value = "How far a quote, fee and impact included, may be off the feeds.", defaultsTo = "100bps")
        Bps maxDeviation,

        @Key(value = "Time after a sequencer's outage in which nothing is traded.", defaultsTo = "1h")
        Duration sequencerGrace)
        implements Checked {
    /** Sources of prices. */
    public enum NavSource {
        CHAINLINK,
        /** Mean of the last half hour, by the oracles of concentrated pools. */
        @Spelled("twap-30m")
        TWAP_30M,
        /** Marginal prices of the pools that a swap does not touch. */
        POOLS
    }

    /** Sources beside the feeds. */
    Set<PriceWitness> witnesses() {
        Set<PriceWitness> witnesses = EnumSet.noneOf(PriceWitness.class);
        for (NavSource source : nav) {
            switch (source) {
                case CHAINLINK -> {}
                case TWAP_30M -> witnesses.add(PriceWitness.TWAP);
                case POOLS -> witnesses.add(PriceWitness.POOLS);
            }
        }
        return witnesses;
    }

    @Override
    public void check(Check check) {
        if (check.clean("nav") && !nav.contains(NavSource.CHAINLINK)) {
            check.problem("nav", "lacks chainlink, on which the net asset value rests");
        }
        if (check.clean("nav") && nav.size() != Set.copyOf(nav).size()) {
            check.problem("nav", "names a source twice");
        }
    }
}
