package io.ballast.act.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ballast.base.units.Bps;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Usd;
import io.ballast.base.units.Wei;
import io.ballast.think.action.WeightBound;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Limits on single trades: the last value that passes, the first that does not, and the figures. */
class TradeLimitsTest {
    private final Scene scene = new Scene();

    private boolean passes(LimitCode code) {
        return scene.check(code).passed();
    }

    private String figures(LimitCode code) {
        return scene.check(code).figures();
    }

    @Test
    void anHourCountsWhatWasSoldWithinIt() {
        scene.maxNotionalPerHour = Usd.of(3_999);
        scene.accept("a", "d1").later(Duration.ofHours(1).minusNanos(1)).intentId = "b";
        assertThat(figures(LimitCode.NOTIONAL_EXCEEDS_MAX_PER_HOUR)).isEqualTo("4,000.00 USD > 3,999.00 USD");

        scene.later(Duration.ofNanos(1));
        assertThat(figures(LimitCode.NOTIONAL_EXCEEDS_MAX_PER_HOUR)).isEqualTo("2,000.00 USD ≤ 3,999.00 USD");
        scene.amountIn = Scene.whole(Scene.FAKE, "1");
        assertThat(figures(LimitCode.NOTIONAL_EXCEEDS_MAX_PER_HOUR)).isEqualTo("no price of USDC");
    }

    @Test
    void aTokenIsNotBoughtAboveItsHighestWeight() {
        // 9.5 + 0.997 WETH of 49,000 − 2,000 + 1,994 dollars: 42.850145 %.
        scene.buying().wethBound = new WeightBound(Scene.WETH, Bps.ZERO, new Bps(4_286));
        assertThat(figures(LimitCode.WEIGHT_EXCEEDS_MAX)).isEqualTo("WETH 42.86% ≤ 42.86%");
        assertThat(scene.check(LimitCode.WEIGHT_EXCEEDS_MAX).usedPercent()).isEqualTo(100);

        scene.wethBound = new WeightBound(Scene.WETH, Bps.ZERO, new Bps(4_285));
        assertThat(figures(LimitCode.WEIGHT_EXCEEDS_MAX)).isEqualTo("WETH 42.86% > 42.85%");
    }

    @Test
    void whatLiesAboveItsHighestWeightMayBeSoldToBelow() {
        scene.wethBound = new WeightBound(Scene.WETH, Bps.ZERO, new Bps(1_000));

        assertThat(scene.refusals()).isEmpty();
        assertThat(scene.buying().refusals()).containsExactly(LimitCode.WEIGHT_EXCEEDS_MAX);
    }

    @Test
    void cashIsTheWayOutAndHasNoHighestWeight() {
        scene.usdcBound = new WeightBound(Scene.USDC, Bps.ZERO, new Bps(1));

        assertThat(figures(LimitCode.WEIGHT_EXCEEDS_MAX)).isEqualTo("buys USDC");
        assertThat(scene.refusals()).isEmpty();
    }

    @Test
    void aTokenIsNotSoldBelowItsLowestWeight() {
        // 8.5 WETH of 49,000 − 2,000 + 1,994 dollars: 34.699 %.
        scene.wethBound = new WeightBound(Scene.WETH, new Bps(3_469), Bps.WHOLE);
        assertThat(figures(LimitCode.WEIGHT_BELOW_MIN)).isEqualTo("WETH 34.69% ≥ 34.69%");
        assertThat(scene.check(LimitCode.WEIGHT_BELOW_MIN).usedPercent()).isEqualTo(100);

        scene.wethBound = new WeightBound(Scene.WETH, new Bps(3_470), Bps.WHOLE);
        assertThat(figures(LimitCode.WEIGHT_BELOW_MIN)).isEqualTo("WETH 34.69% < 34.70%");
    }

    @Test
    void whatLiesBelowItsLowestWeightMayBeBought() {
        scene.buying().wethBound = new WeightBound(Scene.WETH, new Bps(7_000), Bps.WHOLE);

        assertThat(scene.refusals()).isEmpty();
    }

    @Test
    void whileReducingEverythingMayBeSoldForCash() {
        scene.wethBound = new WeightBound(Scene.WETH, new Bps(9_000), Bps.WHOLE);
        scene.state = scene.state.exit("lost");

        assertThat(figures(LimitCode.WEIGHT_BELOW_MIN)).isEqualTo("not while reducing");
        scene.usdcBound = new WeightBound(Scene.USDC, Bps.WHOLE, Bps.WHOLE);
        assertThat(scene.buying().check(LimitCode.WEIGHT_BELOW_MIN).passed()).isFalse();
    }

    @Test
    void aWeightThatIsUnknownIsRefused() {
        scene.holdings = List.of(Scene.whole(Scene.USDC, "30000"));
        assertThat(figures(LimitCode.WEIGHT_BELOW_MIN)).isEqualTo("the weight of WETH is unknown");
        assertThat(scene.buying().check(LimitCode.WEIGHT_EXCEEDS_MAX).figures())
                .isEqualTo("the weight of WETH is unknown");

        Scene none = new Scene();
        none.invested = Usd.of(6);
        assertThat(none.check(LimitCode.WEIGHT_BELOW_MIN).figures()).isEqualTo("the weight of WETH is unknown");
        Scene strange = new Scene();
        strange.quotedOut = Scene.whole(Scene.FAKE, "1994");
        strange.minOut = strange.quotedOut;
        assertThat(strange.check(LimitCode.WEIGHT_EXCEEDS_MAX).figures()).isEqualTo("USDC has no bounds");
        assertThat(strange.check(LimitCode.WEIGHT_BELOW_MIN).figures()).isEqualTo("the weight of WETH is unknown");
        strange.amountIn = Scene.whole(Scene.FAKE, "1");
        assertThat(strange.check(LimitCode.WEIGHT_BELOW_MIN).figures()).isEqualTo("USDC has no bounds");
    }

    @Test
    void theWorstSandwichIsWhatIsStatedOrTheSlackIfThatIsMore() {
        scene.maxSandwichLoss = new Usd(new BigDecimal("5.98200000"));
        assertThat(figures(LimitCode.SANDWICH_LOSS_EXCEEDS_MAX)).isEqualTo("5.98 USD ≤ 5.98 USD");
        scene.maxSandwichLoss = new Usd(new BigDecimal("5.98199999"));
        assertThat(passes(LimitCode.SANDWICH_LOSS_EXCEEDS_MAX)).isFalse();

        scene.maxSandwichLoss = Usd.of(20);
        scene.loss = new Usd(new BigDecimal("20.00000000"));
        assertThat(figures(LimitCode.SANDWICH_LOSS_EXCEEDS_MAX)).isEqualTo("20.00 USD ≤ 20.00 USD");
        scene.loss = Usd.of(21);
        assertThat(figures(LimitCode.SANDWICH_LOSS_EXCEEDS_MAX)).isEqualTo("21.00 USD > 20.00 USD");
    }

    @Test
    void noSlackIsNoLoss() {
        scene.maxSandwichLoss = Usd.ZERO;
        scene.minOut = scene.quotedOut;
        assertThat(passes(LimitCode.SANDWICH_LOSS_EXCEEDS_MAX)).isTrue();
        scene.minOut = scene.quotedOut.plus(new TokenAmount(Scene.USDC, BigInteger.ONE));
        assertThat(passes(LimitCode.SANDWICH_LOSS_EXCEEDS_MAX)).isTrue();
        scene.quotedOut = Scene.whole(Scene.FAKE, "1994");
        scene.minOut = scene.quotedOut;
        assertThat(figures(LimitCode.SANDWICH_LOSS_EXCEEDS_MAX)).isEqualTo("no price of USDC");
    }

    @Test
    void aGainMustPayForTheCostAndSomeMore() {
        scene.minBenefit = new Bps(5_000);
        scene.benefit = Optional.of(new Benefit(Usd.of(9), Usd.of(6)));
        assertThat(figures(LimitCode.BENEFIT_BELOW_MIN)).isEqualTo("9.00 USD ≥ 9.00 USD for a cost of 6.00 USD");
        assertThat(scene.check(LimitCode.BENEFIT_BELOW_MIN).usedPercent()).isEqualTo(100);
        scene.benefit = Optional.of(new Benefit(Usd.of(18), Usd.of(6)));
        assertThat(scene.check(LimitCode.BENEFIT_BELOW_MIN).usedPercent()).isEqualTo(50);

        scene.benefit = Optional.of(new Benefit(new Usd(new BigDecimal("8.99999999")), Usd.of(6)));
        assertThat(passes(LimitCode.BENEFIT_BELOW_MIN)).isFalse();
        assertThat(scene.check(LimitCode.BENEFIT_BELOW_MIN).usedPercent()).isEqualTo(100);
    }

    @Test
    void whereNoGainIsStatedNoneIsAskedFor() {
        scene.benefit = Optional.empty();
        assertThat(figures(LimitCode.BENEFIT_BELOW_MIN)).isEqualTo("no gain is stated");

        scene.benefit = Optional.of(new Benefit(Usd.of(-9), Usd.of(6)));
        scene.state = scene.state.reduce("by hand");
        assertThat(figures(LimitCode.BENEFIT_BELOW_MIN)).isEqualTo("not while reducing");
        assertThat(scene.buying().check(LimitCode.BENEFIT_BELOW_MIN).passed()).isFalse();
    }

    @Test
    void oneLegOfADecisionIsExecutedOnce() {
        scene.accept("d1.1.swap", "d1");
        assertThat(scene.refusals()).as("once more with another fee").isEmpty();
        scene.state = scene.state.settle("d1.1.swap", Usd.of(1));
        assertThat(figures(LimitCode.EXECUTION_REPEATED)).isEqualTo("d1.1.swap is in a block already");
        scene.intentId = "d1.2.swap";
        assertThat(scene.refusals()).isEmpty();
    }

    @Test
    void theSameSwapAgainAndAgainIsARunawayLoop() {
        scene.maxEqual = 2;
        scene.accept("d1.1.swap", "d1").accept("d2.1.swap", "d2");
        scene.intentId = "d3.1.swap";
        assertThat(figures(LimitCode.EXECUTION_REPEATED)).isEqualTo("3 > 2 equal swaps within 3600 s");
        assertThat(scene.check(LimitCode.EXECUTION_REPEATED).usedPercent()).isEqualTo(150);

        scene.later(Duration.ofHours(1));
        assertThat(figures(LimitCode.EXECUTION_REPEATED)).isEqualTo("1 ≤ 2 equal swaps within 3600 s");
    }

    @Test
    void anotherAmountOrAnotherTokenIsAnotherSwap() {
        scene.maxEqual = 1;
        scene.accept("d1.1.swap", "d1").intentId = "d2.1.swap";
        scene.amountIn = new TokenAmount(Scene.WETH, scene.amountIn.raw().add(BigInteger.ONE));
        assertThat(passes(LimitCode.EXECUTION_REPEATED)).isTrue();

        scene.amountIn = Scene.whole(Scene.WETH, "1");
        assertThat(passes(LimitCode.EXECUTION_REPEATED)).isFalse();
        scene.quotedOut = Scene.whole(Scene.FAKE, "1994");
        scene.minOut = scene.quotedOut;
        assertThat(passes(LimitCode.EXECUTION_REPEATED)).isTrue();
    }

    @Test
    void equalSwapsAreRememberedForLongerThanADay() {
        scene.maxEqual = 1;
        scene.equalWithin = Duration.ofDays(3);
        scene.accept("d1.1.swap", "d1").later(Duration.ofDays(2)).intentId = "d2.1.swap";
        scene.state = new RiskGate(scene.limits()).observe(scene.situation(), scene.state);

        assertThat(scene.refusals()).containsExactly(LimitCode.EXECUTION_REPEATED);
    }

    @Test
    void theWorstGasOfOneTransactionIsLimited() {
        scene.maxGas = Usd.of(4);
        assertThat(figures(LimitCode.GAS_EXCEEDS_MAX_PER_TRADE)).isEqualTo("4.00 USD ≤ 4.00 USD");
        scene.l1Fee = Wei.ofGwei(BigDecimal.valueOf(5_000));
        assertThat(figures(LimitCode.GAS_EXCEEDS_MAX_PER_TRADE)).isEqualTo("4.01 USD > 4.00 USD");
    }

    @Test
    void aBlockMayLieSomeHeightsBelowTheHighest() {
        scene.head = 103;
        assertThat(figures(LimitCode.BLOCKS_BEHIND)).isEqualTo("3 blocks ≤ 3 blocks");
        scene.head = 104;
        assertThat(figures(LimitCode.BLOCKS_BEHIND)).isEqualTo("4 blocks > 3 blocks");
        scene.head = 0;
        assertThat(figures(LimitCode.BLOCKS_BEHIND)).isEqualTo("0 blocks ≤ 3 blocks");
    }

    @Test
    void aNewerHeadIsKnownToTheSituation() {
        Situation situation = scene.situation();

        assertThat(situation.under(107).head()).isEqualTo(107);
        assertThat(situation.under(99).head()).isEqualTo(100);
        assertThat(situation.under(107))
                .usingRecursiveComparison()
                .ignoringFields("head")
                .isEqualTo(situation);
    }

    @Test
    void rulesAreNotNegative() {
        List<WeightBound> bounds = List.of();
        Usd one = Usd.of(1);
        Usd less = Usd.of(-1);
        Duration hour = Duration.ofHours(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TradeRules(less, one, Bps.ZERO, 1, hour, one, bounds));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TradeRules(one, less, Bps.ZERO, 1, hour, one, bounds));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TradeRules(one, one, Bps.ZERO, 1, hour, less, bounds));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TradeRules(one, one, Bps.ZERO, -1, hour, one, bounds));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TradeRules(one, one, Bps.ZERO, 1, hour.negated(), one, bounds));
        Usd none = Usd.ZERO;
        assertThat(new TradeRules(none, none, Bps.ZERO, 0, Duration.ZERO, none, bounds).bounds())
                .isEmpty();
    }

    @Test
    void aLossInAnotherTokenIsNoLossOfThisQuote() {
        TokenAmount loss = TokenAmount.zero(Scene.WETH);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scene.proposed(ProposedTransaction.Kind.SWAP, loss))
                .withMessageContaining("differ in token");
    }
}
