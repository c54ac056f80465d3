package io.ballast.lab.devnet.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MarketPathTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void startsAtTheStartPrices() {
        MarketPrices first = new MarketPath(1, START).at(START);
        for (DevAsset asset : DevAsset.values()) {
            assertThat(first.of(asset)).isEqualTo(asset.startPrice());
        }
    }

    /** The figures hold for every JDK and every machine; they change only with the model. */
    @Test
    void isFixedByItsSeedToTheLastDigit() {
        MarketPrices later = new MarketPath(7, START).at(START.plus(Duration.ofHours(64)));
        assertThat(later.of(DevAsset.WETH).value()).isEqualByComparingTo("3122.63926416");
        assertThat(later.of(DevAsset.LINK).value()).isEqualByComparingTo("16.15219523");
        assertThat(later.of(DevAsset.DAI).value()).isEqualByComparingTo("1.00003456");
    }

    @Test
    void doesNotDependOnHowOftenItIsAsked() {
        MarketPath often = new MarketPath(3, START);
        IntStream.range(0, 2_000).forEach(i -> often.at(START.plusSeconds(7L * i)));
        Instant end = START.plus(Duration.ofHours(10));
        assertThat(often.at(end)).isEqualTo(new MarketPath(3, START).at(end));
    }

    @Test
    void standsStillBetweenThePointsOfItsGridAndNeverGoesBack() {
        MarketPath path = new MarketPath(3, START);
        Map<DevAsset, ?> at24 = path.at(START.plusSeconds(24)).usd();
        assertThat(path.at(START.plusSeconds(35)).usd()).isEqualTo(at24);
        assertThat(path.at(START.plusSeconds(36)).usd()).isNotEqualTo(at24);
        assertThatThrownBy(() -> path.at(START.plusSeconds(24))).hasMessageContaining("passed");
        assertThatThrownBy(() -> new MarketPath(3, START).at(START.minusSeconds(1)))
                .hasMessageContaining("passed");
    }

    @Test
    void differsBySeed() {
        Instant later = START.plus(Duration.ofHours(1));
        assertThat(new MarketPath(1, START).at(later)).isNotEqualTo(new MarketPath(2, START).at(later));
    }

    @Test
    void livesThroughEveryRegimeAsItsNameSays() {
        Map<Regime, List<Double>> hourly = new EnumMap<>(Regime.class);
        for (long seed = 0; seed < 4; seed++) {
            collect(new MarketPath(seed, START), hourly);
        }
        assertThat(hourly.keySet()).containsExactly(Regime.values());
        assertThat(mean(hourly.get(Regime.TREND_UP))).isBetween(0.004, 0.008);
        assertThat(mean(hourly.get(Regime.TREND_DOWN))).isBetween(-0.0075, -0.0035);
        assertThat(mean(hourly.get(Regime.CRASH))).isLessThan(-0.006);
        assertThat(mean(hourly.get(Regime.CALM))).isCloseTo(0, within(0.001));
        assertThat(deviation(hourly.get(Regime.CALM))).isLessThan(0.5 * deviation(hourly.get(Regime.MEAN_REVERSION)));
        assertThat(deviation(hourly.get(Regime.CRASH))).isGreaterThan(2 * deviation(hourly.get(Regime.TREND_UP)));
    }

    @Test
    void movesAssetsTogetherAndKeepsDollarsNearADollar() {
        MarketPath path = new MarketPath(11, START);
        List<Double> ether = new ArrayList<>();
        List<Double> bitcoin = new ArrayList<>();
        MarketPrices last = path.at(START);
        for (int hour = 1; hour <= 1_500; hour++) {
            MarketPrices next = path.at(START.plus(Duration.ofHours(hour)));
            ether.add(change(last, next, DevAsset.WETH));
            bitcoin.add(change(last, next, DevAsset.WBTC));
            assertThat(next.of(DevAsset.USDC).value().doubleValue()).isCloseTo(1, within(0.0015));
            last = next;
        }
        assertThat(correlation(ether, bitcoin)).isBetween(0.7, 0.98);
        assertThat(last.of(DevAsset.WETH).value().doubleValue()).isBetween(300.0, 30_000.0);
    }

    private static void collect(MarketPath path, Map<Regime, List<Double>> hourly) {
        MarketPrices last = path.at(START);
        for (int hour = 1; hour <= 2_000; hour++) {
            MarketPrices next = path.at(START.plus(Duration.ofHours(hour)));
            if (next.regime() == last.regime()) {
                hourly.computeIfAbsent(next.regime(), r -> new ArrayList<>()).add(change(last, next, DevAsset.WETH));
            }
            last = next;
        }
    }

    private static double change(MarketPrices from, MarketPrices to, DevAsset asset) {
        return StrictMath.log(
                to.of(asset).value().doubleValue() / from.of(asset).value().doubleValue());
    }

    private static double mean(List<Double> xs) {
        return xs.stream().mapToDouble(x -> x).average().orElseThrow();
    }

    private static double deviation(List<Double> xs) {
        return StrictMath.sqrt(covariance(xs, xs));
    }

    private static double correlation(List<Double> xs, List<Double> ys) {
        return covariance(xs, ys) / (deviation(xs) * deviation(ys));
    }

    private static double covariance(List<Double> xs, List<Double> ys) {
        double x = mean(xs);
        double y = mean(ys);
        return IntStream.range(0, xs.size())
                .mapToDouble(i -> (xs.get(i) - x) * (ys.get(i) - y))
                .average()
                .orElseThrow();
    }
}
