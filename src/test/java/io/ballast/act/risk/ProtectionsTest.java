package io.ballast.act.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ballast.base.units.Bps;
import io.ballast.base.units.Usd;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Freqtrade's protections: purchases stop for a while, what buys cash never does. */
class ProtectionsTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private final Scene scene = new Scene();

    private static Optional<TradeGuard> guard(int trades, int level) {
        return Optional.of(new TradeGuard(HOUR.multipliedBy(2), trades, new Bps(level), HOUR.multipliedBy(3)));
    }

    /** Buys WETH, and then its price falls by so many dollars of 2,000. */
    private void bought(int swaps, Duration apart, int fall) {
        scene.buying();
        for (int i = 0; i < swaps; i++) {
            scene.later(i == 0 ? Duration.ZERO : apart).accept("b" + i + ".1.swap", "b" + i);
        }
        scene.intentId = "next";
        scene.wethPrice = Usd.of(2_000L - fall);
        scene.maxDeviation = Bps.WHOLE;
    }

    @Test
    void aSwapResultsInWhatItsTwoTokensDidSince() {
        bought(1, HOUR, 100);
        Exchange swap = scene.state.spends().get(0).exchange().orElseThrow();

        // 0.997 WETH at 1,900 for 2,000 USDC.
        assertThat(swap.result(scene.situation()).orElseThrow()).isEqualByComparingTo("-0.05285");
        scene.wethPrice = Usd.of(2_100);
        assertThat(swap.result(scene.situation()).orElseThrow()).isEqualByComparingTo("0.04685");
        Exchange unpriced = new Exchange(swap.paid(), Scene.whole(Scene.FAKE, "1"));
        assertThat(unpriced.result(scene.situation())).isEmpty();
        assertThat(new Exchange(unpriced.received(), swap.paid()).result(scene.situation()))
                .isEmpty();
        scene.usdcPrice = Usd.ZERO;
        assertThat(swap.result(scene.situation())).isEmpty();
    }

    @Test
    void pairsAreTheSameEitherWay() {
        Exchange buy = new Exchange(Scene.whole(Scene.USDC, "1"), Scene.whole(Scene.WETH, "1"));
        assertThat(buy.samePair(new Exchange(buy.received(), buy.paid()))).isTrue();
        assertThat(buy.samePair(new Exchange(buy.paid(), Scene.whole(Scene.FAKE, "1"))))
                .isFalse();
        assertThat(buy.samePair(new Exchange(Scene.whole(Scene.FAKE, "1"), buy.received())))
                .isFalse();
    }

    @Test
    void severalSwapsThatLostTooMuchStopPurchases() {
        bought(2, HOUR, 100);
        scene.stoplossGuard = guard(2, 500);

        assertThat(scene.refusals()).containsExactly(LimitCode.STOPLOSS_GUARD_ACTIVE);
        assertThat(scene.check(LimitCode.STOPLOSS_GUARD_ACTIVE).figures())
                .isEqualTo("2 swaps lost more than 5% each, 2 stop purchases for 10800 s");
        scene.stoplossGuard = guard(3, 500);
        assertThat(scene.check(LimitCode.STOPLOSS_GUARD_ACTIVE).figures()).isEqualTo("2 swaps lost too much");
        scene.stoplossGuard = guard(2, 529);
        assertThat(scene.check(LimitCode.STOPLOSS_GUARD_ACTIVE).figures()).isEqualTo("0 swaps lost too much");
    }

    @Test
    void whatLostExactlyTheLevelDoesNotCount() {
        bought(2, HOUR, 0);
        scene.stoplossGuard = guard(2, 30);
        assertThat(scene.refusals()).isEmpty();
        scene.stoplossGuard = guard(2, 29);
        assertThat(scene.refusals()).containsExactly(LimitCode.STOPLOSS_GUARD_ACTIVE);
    }

    @Test
    void theStopIsCountedFromTheLastSwapThatCounted() {
        bought(2, HOUR, 100);
        scene.stoplossGuard = guard(2, 500);
        scene.later(HOUR.multipliedBy(3).minusNanos(1));
        assertThat(scene.refusals()).contains(LimitCode.STOPLOSS_GUARD_ACTIVE);
        scene.later(Duration.ofNanos(1));
        assertThat(scene.refusals()).isEmpty();
    }

    @Test
    void swapsFartherApartThanTheLookbackDoNotCountTogether() {
        bought(2, HOUR.multipliedBy(2), 100);
        scene.stoplossGuard = guard(2, 500);
        assertThat(scene.refusals()).isEmpty();

        Scene closer = new Scene();
        closer.buying()
                .accept("a", "d1")
                .later(HOUR.multipliedBy(2).minusNanos(1))
                .accept("b", "d2");
        closer.intentId = "next";
        closer.stoplossGuard = guard(2, 0);
        assertThat(closer.refusals()).containsExactly(LimitCode.STOPLOSS_GUARD_ACTIVE);
    }

    @Test
    void whatBuysCashIsNeverStopped() {
        bought(2, HOUR, 100);
        scene.stoplossGuard = guard(1, 0);
        scene.lowProfit = guard(1, 0);
        scene.drawdownGuard = guard(1, 0);
        scene.nav = Usd.of(40_000);
        scene.maxDrawdown = Bps.WHOLE;
        Scene selling = new Scene();
        scene.amountIn = selling.amountIn;
        scene.quotedOut = selling.quotedOut;
        scene.minOut = selling.minOut;

        assertThat(scene.check(LimitCode.STOPLOSS_GUARD_ACTIVE).figures()).isEqualTo("buys USDC");
        assertThat(scene.check(LimitCode.LOW_PROFIT_PAIR).figures()).isEqualTo("buys USDC");
        assertThat(scene.check(LimitCode.MAX_DRAWDOWN_GUARD_ACTIVE).figures()).isEqualTo("buys USDC");
        assertThat(scene.refusals()).isEmpty();
    }

    @Test
    void whereNoneIsAskedForNoneCounts() {
        assertThat(scene.check(LimitCode.STOPLOSS_GUARD_ACTIVE).figures()).isEqualTo("not asked for");
        assertThat(scene.check(LimitCode.LOW_PROFIT_PAIR).figures()).isEqualTo("not asked for");
        assertThat(scene.check(LimitCode.MAX_DRAWDOWN_GUARD_ACTIVE).figures()).isEqualTo("not asked for");
    }

    @Test
    void aPairThatBroughtTooLittleIsStopped() {
        bought(2, HOUR, 0);
        scene.lowProfit = guard(2, 0);
        assertThat(scene.check(LimitCode.LOW_PROFIT_PAIR).figures()).isEqualTo("-0.60% < 0.00% by 2 swaps of the pair");
        scene.wethPrice = Usd.of(2_100);
        assertThat(scene.check(LimitCode.LOW_PROFIT_PAIR).figures()).isEqualTo("9.37% ≥ 0.00% by 2 swaps of the pair");
        scene.lowProfit = guard(2, 937);
        assertThat(scene.refusals()).isEmpty();
        scene.lowProfit = guard(2, 938);
        assertThat(scene.refusals()).containsExactly(LimitCode.LOW_PROFIT_PAIR);
        scene.lowProfit = guard(3, 938);
        assertThat(scene.check(LimitCode.LOW_PROFIT_PAIR).figures()).isEqualTo("2 swaps of the pair");
    }

    @Test
    void anotherPairIsNotStopped() {
        bought(2, HOUR, 0);
        scene.lowProfit = guard(1, 0);
        scene.tokens = java.util.Set.of(Scene.USDC.address(), Scene.WETH.address(), Scene.FAKE.address());
        scene.quotedOut = Scene.whole(Scene.FAKE, "1994");
        scene.minOut = scene.quotedOut;

        assertThat(scene.check(LimitCode.LOW_PROFIT_PAIR).figures()).isEqualTo("0 swaps of the pair");
    }

    @Test
    void aResultThatIsUnknownIsRefused() {
        Exchange lost = new Exchange(Scene.whole(Scene.USDC, "1"), Scene.whole(Scene.FAKE, "1"));
        scene.buying().state = scene.state.spend(
                new Spend("old", "d0", scene.block().timestamp(), Usd.of(1), Usd.of(1), Optional.of(lost), true));
        scene.stoplossGuard = guard(1, 0);
        assertThat(scene.check(LimitCode.STOPLOSS_GUARD_ACTIVE).figures())
                .isEqualTo("the result of an earlier swap is unknown");
        assertThat(scene.check(LimitCode.STOPLOSS_GUARD_ACTIVE).passed()).isFalse();

        scene.lowProfit = guard(1, 0);
        scene.quotedOut = Scene.whole(Scene.FAKE, "1");
        scene.minOut = scene.quotedOut;
        assertThat(scene.check(LimitCode.LOW_PROFIT_PAIR).figures())
                .isEqualTo("the result of an earlier swap is unknown");
        assertThat(scene.check(LimitCode.LOW_PROFIT_PAIR).passed()).isFalse();
    }

    private RiskState see(long nav) {
        scene.nav = Usd.of(nav);
        scene.state = new RiskGate(scene.limits()).observe(scene.situation(), scene.state);
        return scene.state;
    }

    @Test
    void aFallOfNavStopsPurchasesThoughNavCameBack() {
        scene.maxDailyLoss = Bps.WHOLE;
        bought(1, HOUR, 0);
        scene.drawdownGuard = guard(1, 400);
        see(50_000);
        scene.later(HOUR);
        see(47_999);
        assertThat(scene.refusals()).containsExactly(LimitCode.MAX_DRAWDOWN_GUARD_ACTIVE);
        assertThat(scene.check(LimitCode.MAX_DRAWDOWN_GUARD_ACTIVE).figures()).isEqualTo("4.01% > 4.00%");

        scene.later(HOUR.multipliedBy(3).minusNanos(1));
        see(50_000);
        assertThat(scene.refusals()).containsExactly(LimitCode.MAX_DRAWDOWN_GUARD_ACTIVE);
        scene.later(Duration.ofNanos(1));
        assertThat(scene.refusals()).isEmpty();
    }

    @Test
    void aFallLongerThanTheLookbackIsNone() {
        scene.maxDailyLoss = Bps.WHOLE;
        bought(1, HOUR, 0);
        scene.drawdownGuard = guard(1, 400);
        see(50_000);
        scene.later(HOUR.multipliedBy(2));
        see(47_999);
        assertThat(scene.refusals()).containsExactly(LimitCode.MAX_DRAWDOWN_GUARD_ACTIVE);

        Scene slower = new Scene();
        slower.maxDailyLoss = Bps.WHOLE;
        slower.drawdownGuard = guard(1, 400);
        slower.buying().accept("a", "d1");
        slower.state = new RiskGate(slower.limits()).observe(slower.situation(), slower.state);
        slower.later(HOUR.multipliedBy(2).plusNanos(1)).intentId = "next";
        slower.nav = Usd.of(47_999);
        assertThat(slower.refusals()).isEmpty();
    }

    @Test
    void withoutEnoughSwapsAFallIsNobodysFault() {
        scene.maxDailyLoss = Bps.WHOLE;
        bought(1, HOUR, 0);
        scene.drawdownGuard = guard(2, 400);
        see(50_000);
        scene.later(HOUR);
        see(45_000);

        assertThat(scene.check(LimitCode.MAX_DRAWDOWN_GUARD_ACTIVE).figures()).isEqualTo("fewer than 2 swaps");
        assertThat(scene.refusals()).isEmpty();
    }

    @Test
    void swapsAreRememberedAsLongAsTheLongestNeedsThem() {
        TradeGuard day = new TradeGuard(Duration.ofDays(1), 1, Bps.ZERO, Duration.ofDays(1));
        TradeGuard longer = new TradeGuard(Duration.ofDays(1), 1, Bps.ZERO, Duration.ofDays(2));
        assertThat(new Protections(Optional.of(day), Optional.of(longer), Optional.of(day)).memory())
                .isEqualTo(Duration.ofDays(3));
        assertThat(Protections.NONE.memory()).isEqualTo(Duration.ZERO);

        scene.stoplossGuard = Optional.of(longer);
        scene.buying().accept("a", "d1").later(Duration.ofDays(2).minusNanos(1)).intentId = "next";
        scene.state = new RiskGate(scene.limits()).observe(scene.situation(), scene.state);
        assertThat(scene.refusals()).containsExactly(LimitCode.STOPLOSS_GUARD_ACTIVE);
    }

    @Test
    void aGuardNeedsNumbersThatMakeSense() {
        Bps any = Bps.ZERO;
        assertThatIllegalArgumentException().isThrownBy(() -> new TradeGuard(HOUR, 0, any, HOUR));
        assertThatIllegalArgumentException().isThrownBy(() -> new TradeGuard(HOUR.negated(), 1, any, HOUR));
        assertThatIllegalArgumentException().isThrownBy(() -> new TradeGuard(HOUR, 1, any, HOUR.negated()));
        assertThat(new TradeGuard(Duration.ZERO, 1, any, Duration.ZERO).memory())
                .isEqualTo(Duration.ZERO);
    }
}
