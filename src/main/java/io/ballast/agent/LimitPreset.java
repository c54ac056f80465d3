package io.ballast.agent;

import io.ballast.act.risk.LossAction;
import io.ballast.agent.LimitsFile.DrawdownFile;
import io.ballast.base.config.Symbol;
import io.ballast.base.config.Turnover;
import io.ballast.base.units.Bps;
import io.ballast.base.units.Usd;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sets of limits, scaled to the capital.
 *
 * <table>
 * <caption>What each allows</caption>
 * <tr><th>limit</th><th>conservative</th><th>moderate</th><th>balanced</th></tr>
 * <tr><td>one swap, of the capital</td><td>10 %</td><td>15 %</td><td>25 %</td></tr>
 * <tr><td>an hour, of the capital</td><td>15 %</td><td>30 %</td><td>50 %</td></tr>
 * <tr><td>24 hours, of the capital</td><td>30 %</td><td>60 %</td><td>100 %</td></tr>
 * <tr><td>turnover within 24 hours</td><td>50 %</td><td>75 %</td><td>100 %</td></tr>
 * <tr><td>price impact</td><td>0.3 %</td><td>0.5 %</td><td>1 %</td></tr>
 * <tr><td>slippage</td><td>0.5 %</td><td>0.7 %</td><td>1 %</td></tr>
 * <tr><td>swaps an hour, a day</td><td>4, 12</td><td>6, 24</td><td>10, 40</td></tr>
 * <tr><td>equal swaps an hour</td><td>2</td><td>3</td><td>5</td></tr>
 * <tr><td>failures in a row</td><td>3</td><td>4</td><td>5</td></tr>
 * <tr><td>loss within 24 hours</td><td>3 %</td><td>4 %</td><td>5 %</td></tr>
 * <tr><td>drawdown</td><td>12 %</td><td>15 %</td><td>20 %</td></tr>
 * <tr><td>deadline of a swap</td><td>2 min</td><td>3 min</td><td>5 min</td></tr>
 * <tr><td>off the peg, for how long</td><td>1 %, 15 min</td><td>1.5 %, 30 min</td><td>2 %, 1 h</td></tr>
 * </table>
 */
// Records of numbers are immutable, which the checker knows of annotated types only.
@SuppressWarnings("ImmutableEnumChecker")
public enum LimitPreset {
    /** A tenth of the capital for a swap, three tenths a day. */
    CONSERVATIVE,
    /** Between the others. */
    MODERATE,
    /** A quarter of the capital for a swap, all of it a day. */
    BALANCED;

    /** In basis points: of the capital, of a day's notional for an hour, of what is invested, of a price, of a value. */
    private record Shares(
            int trade,
            int day,
            int hourOfDay,
            int turnover,
            int impact,
            int slippage,
            int loss,
            int drawdown,
            int depeg) {}

    private record Counts(int perHour, int perDay, int equal, int failures) {}

    private Shares shares() {
        return switch (this) {
            case CONSERVATIVE -> new Shares(1_000, 3_000, 5_000, 5_000, 30, 50, 300, 1_200, 100);
            case MODERATE -> new Shares(1_500, 6_000, 5_000, 7_500, 50, 70, 400, 1_500, 150);
            case BALANCED -> new Shares(2_500, 10_000, 5_000, 10_000, 100, 100, 500, 2_000, 200);
        };
    }

    private Counts counts() {
        return switch (this) {
            case CONSERVATIVE -> new Counts(4, 12, 2, 3);
            case MODERATE -> new Counts(6, 24, 3, 4);
            case BALANCED -> new Counts(10, 40, 5, 5);
        };
    }

    private Duration deadline() {
        return Duration.ofMinutes(
                switch (this) {
                    case CONSERVATIVE -> 2;
                    case MODERATE -> 3;
                    case BALANCED -> 5;
                });
    }

    private Duration offPeg() {
        return Duration.ofMinutes(
                switch (this) {
                    case CONSERVATIVE -> 15;
                    case MODERATE -> 30;
                    case BALANCED -> 60;
                });
    }

    /** What an hour gets of a day's notional. */
    Usd hourOf(Usd day) {
        return new Bps(shares().hourOfDay()).of(day);
    }

    /**
     * Every limit that the capital or the preset decides.
     *
     * @param cash watched for its peg if its symbol says that it has one
     */
    LimitsFile limits(Usd capital, Symbol cash) {
        Shares shares = shares();
        Counts counts = counts();
        Usd day = new Bps(shares.day()).of(capital);
        return new LimitsFile(
                this,
                Optional.of(new Bps(shares.trade()).of(capital)),
                Optional.of(hourOf(day)),
                Optional.of(day),
                Optional.of(new Turnover(shares.turnover())),
                share(shares.impact()),
                share(shares.slippage()),
                Optional.empty(),
                Bps.ZERO,
                Optional.of(counts.perHour()),
                Optional.of(counts.perDay()),
                Optional.of(counts.equal()),
                Optional.of(counts.failures()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                share(shares.loss()),
                LossAction.REFUSE,
                Duration.ZERO,
                share(shares.drawdown()).map(d -> new DrawdownFile(d, Duration.ZERO, LossAction.HALT)),
                Optional.of(Duration.ZERO),
                Optional.of(deadline()),
                Optional.of(pegged(cash) ? Map.of(cash, new Bps(shares.depeg())) : Map.of()),
                Optional.of(offPeg()),
                true,
                List.of());
    }

    private static Optional<Bps> share(int bps) {
        return Optional.of(new Bps(bps));
    }

    /** Symbols are pinned by the network file, so the label can be trusted to say what the token should be worth. */
    private static boolean pegged(Symbol cash) {
        return cash.text().contains("USD") || cash.text().equals("DAI");
    }
}
