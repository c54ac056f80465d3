package io.ballast.agent;

import io.ballast.agent.LimitsFile.DrawdownAction;
import io.ballast.agent.LimitsFile.DrawdownFile;
import io.ballast.base.config.Symbol;
import io.ballast.base.units.Bps;
import io.ballast.base.units.Usd;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Sets of limits, scaled to the capital. */
public enum LimitPreset {
    /** A tenth of the capital for a swap, three tenths a day. */
    CONSERVATIVE,
    /** A quarter of the capital for a swap, all of it a day. */
    BALANCED;

    /**
     * Every limit.
     *
     * @param cash watched for its peg if its symbol says that it has one
     */
    LimitsFile limits(Usd capital, Symbol cash) {
        boolean careful = this == CONSERVATIVE;
        return new LimitsFile(
                this,
                Optional.of(new Bps(careful ? 1_000 : 2_500).of(capital)),
                Optional.of(new Bps(careful ? 3_000 : 10_000).of(capital)),
                share(careful ? 5_000 : 10_000),
                share(careful ? 30 : 100),
                share(careful ? 50 : 100),
                Optional.of(careful ? 4 : 10),
                Optional.of(careful ? 12 : 40),
                share(careful ? 300 : 500),
                share(careful ? 1_200 : 2_000).map(d -> new DrawdownFile(d, Optional.empty(), DrawdownAction.HALT)),
                Optional.of(Duration.ZERO),
                Optional.of(Duration.ofMinutes(careful ? 2 : 5)),
                Optional.of(pegged(cash) ? Map.of(cash, new Bps(careful ? 100 : 200)) : Map.of()));
    }

    private static Optional<Bps> share(int bps) {
        return Optional.of(new Bps(bps));
    }

    /** Symbols are pinned by the network file, so the label can be trusted to say what the token should be worth. */
    private static boolean pegged(Symbol cash) {
        return cash.text().contains("USD") || cash.text().equals("DAI");
    }
}
