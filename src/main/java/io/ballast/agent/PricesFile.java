package io.ballast.agent;

import io.ballast.base.config.Check;
import io.ballast.base.config.Checked;
import io.ballast.base.config.Key;
import io.ballast.base.config.Key.Effect;
import io.ballast.base.config.Spelled;
import io.ballast.base.units.Bps;
import java.time.Duration;
import java.util.List;

/** Where prices come from. */
public record PricesFile(
        @Key(value = "Sources of NAV, in order.", defaultsTo = "chainlink")
        List<NavSource> nav,

        @Key(value = "How far a quote, fee and impact included, may be off the feeds.", defaultsTo = "100bps")
        Bps maxDeviation,

        @Key(value = "Time after a sequencer's outage in which nothing is traded.", defaultsTo = "1h")
        Duration sequencerGrace)
        implements Checked {
    /** Sources of prices. */
    public enum NavSource {
        CHAINLINK,
        @Spelled("twap-30m")
        TWAP_30M
    }

    @Override
    public void check(Check check) {
        if (check.clean("nav") && !nav.contains(NavSource.CHAINLINK)) {
            check.problem("nav", "lacks chainlink, the one source that this version reads");
        }
        for (int i = 0; i < nav.size(); i++) {
            if (nav.get(i) == NavSource.TWAP_30M) {
                check.notYet("nav[" + i + "]", Effect.SAFETY_NOT_YET);
            }
        }
    }
}
