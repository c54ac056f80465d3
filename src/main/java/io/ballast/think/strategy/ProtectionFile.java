package io.ballast.think.strategy;

import io.ballast.base.config.Check;
import io.ballast.base.config.Checked;
import io.ballast.base.config.Key;
import io.ballast.base.config.Spelled;
import java.time.Duration;

/** A rule that stops trading for a while. */
public record ProtectionFile(
        @Key(value = "Which rule.", required = true) Method method,

        @Key(value = "How long it stops trading, up to 30d.", required = true)
        Duration stopDuration)
        implements Checked {
    private static final Duration LONGEST = Duration.ofDays(30);

    /** Rules by the names of freqtrade. */
    public enum Method {
        /** A pause after every trade. */
        @Spelled("CooldownPeriod")
        COOLDOWN_PERIOD
    }

    @Override
    public void check(Check check) {
        if (stopDuration.compareTo(LONGEST) > 0) {
            check.problem("stop_duration", "is more than 30d");
        }
    }
}
