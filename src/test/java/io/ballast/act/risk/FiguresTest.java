package io.ballast.act.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.base.units.Bps;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Usd;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The figures that a verdict states, and of which of several it speaks. */
class FiguresTest {
    private final Scene scene = new Scene();

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0",
        "0, 10, 0",
        "-1, 10, 0",
        "5, 0, 999",
        "5, -1, 999",
        "1, 1, 100",
        "1, 201, 0",
        "1, 200, 1",
        "999, 100, 999",
        "10000, 1, 999",
        "998, 100, 998"
    })
    void tellsHowMuchOfALimitIsUsed(BigDecimal used, BigDecimal max, int percent) {
        assertThat(LimitCheck.percentUsed(used, max)).isEqualTo(percent);
    }

    @Test
    void neverRoundsWhatIsBeyondALimitOntoIt() {
        BigDecimal share = new BigDecimal("0.1234001");
        assertThat(LimitCheck.percent(share)).isEqualTo("12.35%");
        assertThat(LimitCheck.percentDown(share)).isEqualTo("12.34%");
        assertThat(LimitCheck.bps(share)).isEqualTo("1234.01 bps");
    }

    @Test
    void aDeadlineIsToldInSeconds() {
        assertThat(figures(LimitCode.DEADLINE_EXCEEDS_MAX)).isEqualTo("60 s ≤ 120 s");
        scene.untilDeadline = Duration.ofSeconds(-5);
        assertThat(figures(LimitCode.DEADLINE_EXCEEDS_MAX)).isEqualTo("passed 5 s before the block");
    }

    @Test
    void ofSeveralPegsTheLostOneIsTold() {
        scene.depeg = Map.of(Scene.USDC, new Bps(100), Scene.WETH, new Bps(10));
        scene.usdcPrice = Usd.of(new BigDecimal("1.009"));
        assertThat(figures(LimitCode.DEPEG_EXCEEDS_MAX)).startsWith("WETH ").contains(" > 10.00 bps");
        scene.depeg = Map.of(Scene.USDC, new Bps(80), Scene.WETH, new Bps(10_000));
        scene.wethPrice = Usd.of(1);
        assertThat(figures(LimitCode.DEPEG_EXCEEDS_MAX)).isEqualTo("USDC 90.00 bps > 80.00 bps");
    }

    @Test
    void ofPegsThatHoldTheNearestToItsEndIsTold() {
        scene.depeg = Map.of(Scene.USDC, new Bps(100), Scene.WETH, new Bps(10));
        scene.usdcPrice = Usd.of(new BigDecimal("1.004"));
        scene.wethPrice = Usd.of(new BigDecimal("0.9992"));
        assertThat(figures(LimitCode.DEPEG_EXCEEDS_MAX)).isEqualTo("WETH 8.00 bps ≤ 10.00 bps");
        scene.usdcPrice = Usd.of(new BigDecimal("1.009"));
        assertThat(figures(LimitCode.DEPEG_EXCEEDS_MAX)).isEqualTo("USDC 90.00 bps ≤ 100.00 bps");
        scene.depeg = Map.of();
        assertThat(figures(LimitCode.DEPEG_EXCEEDS_MAX)).isEqualTo("no token is pegged");
    }

    @Test
    void anAmountThatIsWorthNothingHasNoPrice() {
        scene.amountIn = new TokenAmount(Scene.WETH, BigInteger.ONE);
        assertThat(figures(LimitCode.PRICE_DEVIATION_EXCEEDS_MAX)).isEqualTo("the amount is worth nothing");
        assertThat(scene.check(LimitCode.PRICE_DEVIATION_EXCEEDS_MAX).passed()).isFalse();
    }

    @Test
    void theLossOfADayCountsFromTheYoungestSampleThatIsADayOld() {
        Instant now = scene.block().timestamp();
        scene.state = new RiskState(
                TradingState.ACTIVE,
                "",
                Usd.of(50_000),
                List.of(),
                List.of(
                        sample(now.minus(Duration.ofHours(30)), 60_000),
                        sample(now.minus(Duration.ofHours(24)), 50_500),
                        sample(now.minus(Duration.ofHours(23)), 90_000)));
        assertThat(scene.check(LimitCode.DAILY_LOSS_EXCEEDS_MAX).figures()).startsWith("1.00% ≤ 3.00%");
    }

    private static NavSample sample(Instant at, long value) {
        return new NavSample(at, Usd.of(value), Usd.of(value));
    }

    private String figures(LimitCode code) {
        return scene.check(code).figures();
    }
}
