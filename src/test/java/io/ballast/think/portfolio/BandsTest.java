package io.ballast.think.portfolio;

import static io.ballast.think.Markets.PRICES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ballast.base.units.Bps;
import io.ballast.base.units.Usd;
import io.ballast.sense.market.MarketState;
import io.ballast.think.Markets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BandsTest {
    private static final Weights TARGET = Markets.weights(10, 30, 25, 35);

    /** The example of the literature: γ = 2, w = 25 %, 0.3 % a side. */
    @Test
    void theClosedFormGivesItsKnownExample() {
        assertThat(Band.optimalHalfWidth(0.25, 0.003)).isCloseTo(0.0429, within(0.0001));
    }

    @Test
    void widensWithCostAndVanishesNowhere() {
        assertThat(Band.optimalHalfWidth(0.25, 0.006)).isGreaterThan(Band.optimalHalfWidth(0.25, 0.003));
        assertThat(Band.optimalHalfWidth(0, 0.003)).isEqualTo(Band.NARROWEST);
        assertThat(Band.optimalHalfWidth(0.5, 0)).isEqualTo(Band.NARROWEST);
    }

    @Test
    void costIsFeeAndImpactOfAHundredthOfThePortfolio() {
        Bands bands = Bands.of(Markets.deep(1_000_000), Usd.of(50_000), TARGET, Optional.empty());

        // 500 USD into 1,000,000: 5 bps of fee and 5 bps of impact.
        Band weth = bands.of(Markets.WETH).orElseThrow();
        assertThat(weth.cost()).isCloseTo(0.0010, within(2e-6));
        assertThat(weth.halfWidth()).isCloseTo(Band.optimalHalfWidth(0.35, weth.cost()), within(1e-12));
        assertThat(weth.width()).isEqualTo(new Bps(339));
    }

    @Test
    void cashHasNoneAndTheOthersComeInOrder() {
        Bands bands = Bands.of(Markets.deep(1_000_000), Usd.of(50_000), TARGET, Optional.empty());

        assertThat(bands.bands()).extracting(Band::token).containsExactly(Markets.LINK, Markets.WBTC, Markets.WETH);
        assertThat(bands.of(Markets.USDC)).isEmpty();
    }

    @Test
    void aFixedWidthTakesThePlaceOfTheDerivedOne() {
        Bands bands = Bands.of(Markets.deep(1_000_000), Usd.of(50_000), TARGET, Optional.of(new Bps(500)));

        assertThat(bands.bands())
                .allSatisfy(band -> assertThat(band.halfWidth()).isEqualTo(0.05));
    }

    @Test
    void whatCannotBeSoldIsNeverOutside() {
        MarketState market =
                Markets.market(PRICES, Markets.pair(0x93, Markets.USDC, Markets.WETH, 500, 1_000_000, PRICES));
        Bands bands = Bands.of(market, Usd.of(50_000), TARGET, Optional.of(new Bps(500)));

        assertThat(bands.of(Markets.LINK).orElseThrow().halfWidth()).isEqualTo(1);
        assertThat(bands.of(Markets.WETH).orElseThrow().halfWidth()).isEqualTo(0.05);
    }
}
