package io.ballast.act.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.base.units.PoolId;
import io.ballast.base.units.Usd;
import io.ballast.sense.dex.ConstantProductPool;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.Venue;
import io.ballast.sense.market.MeanPrice;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** F44: a pool that was moved, or a feed that lies, is contradicted by witnesses that share no price with it. */
class WitnessesTest {
    private final Scene scene = new Scene();

    private LimitCheck twap() {
        return scene.check(LimitCode.TWAP_DEVIATION_EXCEEDS_MAX);
    }

    private LimitCheck others() {
        return scene.check(LimitCode.POOLS_DEVIATION_EXCEEDS_MAX);
    }

    private void means(String weth) {
        scene.witnesses = Set.of(PriceWitness.TWAP);
        scene.means = List.of(
                new MeanPrice(Scene.USDC, Scene.USDC, BigDecimal.ONE),
                new MeanPrice(Scene.WETH, Scene.USDC, new BigDecimal(weth)));
    }

    private static ConstantProductPool pool(int number, long usdcPerWeth) {
        PoolSpec spec =
                new PoolSpec(PoolId.of(Scene.address(number)), Venue.UNISWAP_V2, Scene.USDC, Scene.WETH, 3_000, 0);
        BigInteger weth = BigInteger.TEN.pow(21);
        return new ConstantProductPool(
                spec, BigInteger.valueOf(usdcPerWeth).multiply(BigInteger.valueOf(1_000_000_000L)), weth);
    }

    @Test
    void nobodyIsAskedWhereNobodyIsNamed() {
        assertThat(twap().figures()).isEqualTo("not asked for");
        assertThat(others().figures()).isEqualTo("not asked for");
        assertThat(twap().passed() && others().passed()).isTrue();
    }

    @Test
    void theMeanMayDifferUpToTheLimit() {
        means("2000");
        assertThat(twap().figures()).isEqualTo("30.00 bps ≤ 100.00 bps");
        means("1974.257426"); // 1994 is 1 % above
        assertThat(twap().passed()).isTrue();
        means("1974.257");
        assertThat(twap().passed()).isFalse();
        means("2014.1415");
        assertThat(twap().figures()).isEqualTo("100.01 bps > 100.00 bps");
    }

    @Test
    void aFeedOfCashThatLiesChangesNothingAboutTheMean() {
        means("2000");
        scene.usdcPrice = Usd.of(5);

        assertThat(twap().figures()).isEqualTo("30.00 bps ≤ 100.00 bps");
    }

    @Test
    void aTokenWithoutAMeanIsRefused() {
        scene.witnesses = Set.of(PriceWitness.TWAP);
        assertThat(twap().figures()).isEqualTo("no mean price of WETH");
        scene.means = List.of(new MeanPrice(Scene.WETH, Scene.USDC, BigDecimal.TEN));
        assertThat(twap().figures()).isEqualTo("no mean price of USDC");
        means("0.000000001");
        scene.amountIn = Scene.whole(Scene.WETH, "0.0000000001");
        assertThat(twap().figures()).isEqualTo("the amount is worth nothing");
    }

    @Test
    void otherPoolsMustAgree() {
        scene.witnesses = Set.of(PriceWitness.POOLS);
        scene.market = List.of(pool(0x91, 2_000));
        assertThat(others().figures()).isEqualTo("30.00 bps ≤ 100.00 bps");
        scene.market = List.of(pool(0x91, 1_400));
        assertThat(others().passed()).isFalse();
        assertThat(scene.buying().check(LimitCode.POOLS_DEVIATION_EXCEEDS_MAX).passed())
                .isFalse();
        scene.market = List.of(pool(0x91, 2_000));
        assertThat(others().figures()).isEqualTo("30.00 bps ≤ 100.00 bps");
    }

    @Test
    void halfOfThemAreEnough() {
        scene.witnesses = Set.of(PriceWitness.POOLS);
        scene.market = List.of(pool(0x91, 1_400), pool(0x92, 2_000));
        assertThat(others().passed()).isTrue();
        scene.market = List.of(pool(0x91, 1_400), pool(0x92, 2_000), pool(0x93, 9_000));
        assertThat(others().passed()).isFalse();
        scene.market = List.of(pool(0x91, 1_990), pool(0x92, 2_000), pool(0x93, 9_000));
        assertThat(others().passed()).isTrue();
    }

    @Test
    void thePoolThatIsTradedInIsNoWitness() {
        scene.witnesses = Set.of(PriceWitness.POOLS);
        scene.market = List.of(pool(0x90, 2_000));

        assertThat(others().figures()).isEqualTo("no other pool of WETH/USDC");
        assertThat(others().passed()).isFalse();
    }

    @Test
    void aPoolOfAnotherPairIsNoWitness() {
        scene.witnesses = Set.of(PriceWitness.POOLS);
        PoolSpec spec =
                new PoolSpec(PoolId.of(Scene.address(0x91)), Venue.UNISWAP_V2, Scene.USDC, Scene.FAKE, 3_000, 0);
        scene.market = List.of(new ConstantProductPool(spec, BigInteger.TEN, BigInteger.TEN));

        assertThat(others().figures()).isEqualTo("no other pool of WETH/USDC");
    }
}
