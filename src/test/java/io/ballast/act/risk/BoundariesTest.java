package io.ballast.act.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ballast.base.units.Bps;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Usd;
import io.ballast.base.units.Wei;
import io.ballast.sense.market.Sequencer;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The last value that passes and the first that does not. */
class BoundariesTest {
    private final Scene scene = new Scene();

    private static final BigInteger ONE = BigInteger.ONE;

    private boolean passes(LimitCode code) {
        return scene.check(code).passed();
    }

    @Test
    void notionalMayReachTheLimitOfATrade() {
        scene.maxPerTrade = Usd.of(2_000);
        assertThat(passes(LimitCode.NOTIONAL_EXCEEDS_MAX_PER_TRADE)).isTrue();
        assertThat(scene.check(LimitCode.NOTIONAL_EXCEEDS_MAX_PER_TRADE).usedPercent())
                .isEqualTo(100);

        scene.amountIn = new TokenAmount(Scene.WETH, scene.amountIn.raw().add(BigInteger.valueOf(10_000_000)));
        LimitCheck check = scene.check(LimitCode.NOTIONAL_EXCEEDS_MAX_PER_TRADE);
        assertThat(check.passed()).isFalse();
    }

    @Test
    void figuresSayWhatWasCompared() {
        scene.maxPerTrade = Usd.of(1_500);
        LimitCheck check = scene.check(LimitCode.NOTIONAL_EXCEEDS_MAX_PER_TRADE);

        assertThat(check).hasToString("NOTIONAL_EXCEEDS_MAX_PER_TRADE: 2,000.00 USD > 1,500.00 USD");
        assertThat(check.usedPercent()).isEqualTo(133);
        assertThat(scene.check(LimitCode.NOTIONAL_EXCEEDS_MAX_PER_DAY).figures())
                .isEqualTo("2,000.00 USD ≤ 15,000.00 USD");
        assertThat(scene.check(LimitCode.TURNOVER_EXCEEDS_MAX_PER_DAY).figures())
                .isEqualTo("4.09% ≤ 100.00%");
        assertThat(scene.check(LimitCode.GAS_PRICE_EXCEEDS_MAX).figures()).isEqualTo("10 gwei ≤ 50 gwei");
        assertThat(scene.check(LimitCode.GAS_RESERVE_TOO_LOW).figures()).isEqualTo("0.998 coins ≥ 0.02 coins");
        assertThat(scene.check(LimitCode.BLOCK_STALE).figures()).isEqualTo("2 s ≤ 30 s");
        assertThat(scene.check(LimitCode.SLIPPAGE_EXCEEDS_MAX).figures()).isEqualTo("30.00 bps ≤ 30.00 bps");
        assertThat(scene.check(LimitCode.DEPEG_EXCEEDS_MAX).figures()).isEqualTo("USDC 0.00 bps ≤ 100.00 bps");
    }

    @Test
    void theNearestLimitIsTheOneMostUsed() {
        scene.maxPerDay = Usd.of(2_500);
        scene.maxSlippage = new Bps(100);
        LimitCheck nearest = scene.assess().nearest();

        assertThat(nearest.code()).isEqualTo(LimitCode.NOTIONAL_EXCEEDS_MAX_PER_DAY);
        assertThat(nearest.usedPercent()).isEqualTo(80);
    }

    @Test
    void slippageIsExactToTheTokenUnit() {
        scene.quotedOut = new TokenAmount(Scene.USDC, BigInteger.valueOf(1_994_000_001));
        BigInteger floor = BigInteger.valueOf(1_988_018_000); // ⌊1,994,000,001 · 0.997⌋
        scene.minOut = new TokenAmount(Scene.USDC, floor);
        assertThat(passes(LimitCode.SLIPPAGE_EXCEEDS_MAX)).isTrue();

        scene.minOut = new TokenAmount(Scene.USDC, floor.subtract(ONE));
        assertThat(passes(LimitCode.SLIPPAGE_EXCEEDS_MAX)).isFalse();
    }

    @Test
    void aMinimumAboveTheQuoteIsNoSlippage() {
        scene.maxSlippage = Bps.ZERO;
        scene.minOut = scene.quotedOut.plus(new TokenAmount(Scene.USDC, ONE));

        assertThat(passes(LimitCode.SLIPPAGE_EXCEEDS_MAX)).isTrue();
    }

    @Test
    void aQuoteMayBeTooGoodToBeTrue() {
        scene.quotedOut = Scene.whole(Scene.USDC, "2020");
        scene.minOut = scene.quotedOut;
        assertThat(passes(LimitCode.PRICE_DEVIATION_EXCEEDS_MAX)).isTrue();

        scene.quotedOut = Scene.whole(Scene.USDC, "2020.000001");
        assertThat(passes(LimitCode.PRICE_DEVIATION_EXCEEDS_MAX)).isFalse();
    }

    @Test
    void impactMayReachTheLimit() {
        scene.impact = new Bps(20);
        assertThat(passes(LimitCode.PRICE_IMPACT_EXCEEDS_MAX)).isTrue();
    }

    @Test
    void turnoverIsCountedOverWhatIsInvested() {
        scene.invested = Usd.of(20_000);
        scene.maxTurnover = new Bps(1_000);
        assertThat(passes(LimitCode.TURNOVER_EXCEEDS_MAX_PER_DAY)).isTrue();

        scene.invested = Usd.of(19_999);
        assertThat(passes(LimitCode.TURNOVER_EXCEEDS_MAX_PER_DAY)).isFalse();

        scene.invested = Usd.ZERO;
        assertThat(passes(LimitCode.TURNOVER_EXCEEDS_MAX_PER_DAY)).isFalse();
    }

    @Test
    void gasPriceMayReachTheLimit() {
        scene.maxFee = Scene.gwei("50");
        assertThat(passes(LimitCode.GAS_PRICE_EXCEEDS_MAX)).isTrue();

        scene.maxFee = Scene.gwei("50.000000001");
        assertThat(passes(LimitCode.GAS_PRICE_EXCEEDS_MAX)).isFalse();
    }

    @Test
    void gasIsCountedAtItsWorst() {
        scene.maxGasPerDay = Usd.of(4); // 200,000 · 10 gwei = 0.002 coins at 2,000 USD
        assertThat(passes(LimitCode.GAS_EXCEEDS_MAX_PER_DAY)).isTrue();

        scene.gasLimit = 200_001;
        assertThat(passes(LimitCode.GAS_EXCEEDS_MAX_PER_DAY)).isFalse();
    }

    @Test
    void theReserveIsLeftAfterTheWorstGas() {
        scene.coins = Wei.ofCoins(new BigDecimal("0.022"));
        assertThat(passes(LimitCode.GAS_RESERVE_TOO_LOW)).isTrue();

        scene.coins = new Wei(scene.coins.value().subtract(ONE));
        assertThat(passes(LimitCode.GAS_RESERVE_TOO_LOW)).isFalse();
    }

    @Test
    void aRevokeMayUseUpTheReserveButNotMore() {
        scene.coins = Wei.ofCoins(new BigDecimal("0.0006"));
        assertThat(scene.refusals(scene.revoke())).isEmpty();

        scene.coins = new Wei(scene.coins.value().subtract(ONE));
        assertThat(scene.refusals(scene.revoke())).containsExactly(LimitCode.GAS_RESERVE_TOO_LOW);
    }

    @Test
    void aBlockFromTheFutureIsAsStaleAsAnOldOne() {
        scene.blockAge = Duration.ofSeconds(30);
        assertThat(passes(LimitCode.BLOCK_STALE)).isTrue();
        scene.blockAge = Duration.ofSeconds(30).plusNanos(1);
        assertThat(passes(LimitCode.BLOCK_STALE)).isFalse();
        scene.blockAge = Duration.ofSeconds(-31);
        assertThat(passes(LimitCode.BLOCK_STALE)).isFalse();
    }

    @Test
    void theDeadlineLiesAheadOfTheBlock() {
        scene.untilDeadline = Duration.ofMinutes(2);
        assertThat(passes(LimitCode.DEADLINE_EXCEEDS_MAX)).isTrue();
        scene.untilDeadline = Duration.ZERO;
        assertThat(passes(LimitCode.DEADLINE_EXCEEDS_MAX)).isFalse();
        scene.untilDeadline = Duration.ofSeconds(-1);
        assertThat(passes(LimitCode.DEADLINE_EXCEEDS_MAX)).isFalse();
    }

    @Test
    void aPegIsKeptEitherWay() {
        scene.usdcPrice = Usd.of(new BigDecimal("1.01"));
        assertThat(passes(LimitCode.DEPEG_EXCEEDS_MAX)).isTrue();
        scene.usdcPrice = Usd.of(new BigDecimal("1.01000001"));
        assertThat(passes(LimitCode.DEPEG_EXCEEDS_MAX)).isFalse();
        scene.usdcPrice = Usd.of(new BigDecimal("0.98999999"));
        assertThat(passes(LimitCode.DEPEG_EXCEEDS_MAX)).isFalse();
    }

    @Test
    void aPegWithoutAPriceIsRefused() {
        scene.depeg = Map.of(Scene.FAKE, new Bps(100));
        assertThat(passes(LimitCode.DEPEG_EXCEEDS_MAX)).isFalse();
    }

    @Test
    void reachingTheDrawdownHalts() {
        scene.state = RiskState.INITIAL.resume(Usd.of(50_000));
        scene.nav = Usd.of(new BigDecimal("44000.01"));
        assertThat(scene.assess().next().trading()).isEqualTo(TradingState.ACTIVE);

        scene.nav = Usd.of(44_000);
        RiskState next = scene.assess().next();
        assertThat(next.trading()).isEqualTo(TradingState.HALTED);
        assertThat(next.reason()).isEqualTo("DRAWDOWN_EXCEEDS_MAX: 12.00% ≥ 12.00% (feeds 12.00%, exit 12.00%)");
    }

    @Test
    void zeroMeansNone() {
        scene.maxPerTrade = Usd.ZERO;
        scene.maxPerDay = Usd.ZERO;
        scene.maxTurnover = Bps.ZERO;
        scene.maxImpact = Bps.ZERO;
        scene.maxSlippage = Bps.ZERO;
        scene.maxDeviation = Bps.ZERO;
        scene.maxPerHour = 0;
        scene.maxTradesPerDay = 0;
        scene.maxGasPrice = Wei.ZERO;
        scene.maxGasPerDay = Usd.ZERO;
        scene.maxBlockAge = Duration.ZERO;
        scene.maxDeadline = Duration.ZERO;
        scene.tokens = Set.of();
        scene.pools = Set.of();
        scene.routers = Spenders.of();

        assertThat(scene.refusals())
                .containsExactly(
                        LimitCode.TOKEN_NOT_ALLOWED,
                        LimitCode.POOL_NOT_ALLOWED,
                        LimitCode.ROUTER_NOT_ALLOWED,
                        LimitCode.NOTIONAL_EXCEEDS_MAX_PER_TRADE,
                        LimitCode.NOTIONAL_EXCEEDS_MAX_PER_DAY,
                        LimitCode.TURNOVER_EXCEEDS_MAX_PER_DAY,
                        LimitCode.PRICE_IMPACT_EXCEEDS_MAX,
                        LimitCode.SLIPPAGE_EXCEEDS_MAX,
                        LimitCode.PRICE_DEVIATION_EXCEEDS_MAX,
                        LimitCode.TRADES_EXCEED_MAX_PER_HOUR,
                        LimitCode.TRADES_EXCEED_MAX_PER_DAY,
                        LimitCode.GAS_PRICE_EXCEEDS_MAX,
                        LimitCode.GAS_EXCEEDS_MAX_PER_DAY,
                        LimitCode.BLOCK_STALE,
                        LimitCode.DEADLINE_EXCEEDS_MAX);
    }

    @Test
    void zeroLossMeansThatAnyLossIsTooMuch() {
        scene.maxDrawdown = Bps.ZERO;
        scene.maxDailyLoss = Bps.ZERO;
        assertThat(scene.refusals()).isEmpty();

        scene.buying().state = new RiskGate(scene.limits()).observe(scene.situation(), RiskState.INITIAL);
        scene.nav = Usd.of(new BigDecimal("49999.99"));
        assertThat(scene.refusals())
                .containsExactly(
                        LimitCode.TRADING_HALTED, LimitCode.DAILY_LOSS_EXCEEDS_MAX, LimitCode.DRAWDOWN_EXCEEDS_MAX);
    }

    @Test
    void aTokenOfTheSameSymbolIsAnotherToken() {
        scene.quotedOut = Scene.whole(Scene.FAKE, "1994");
        scene.minOut = Scene.whole(Scene.FAKE, "1990");

        assertThat(scene.refusals())
                .containsExactly(
                        LimitCode.TOKEN_NOT_ALLOWED,
                        LimitCode.WEIGHT_EXCEEDS_MAX,
                        LimitCode.WEIGHT_BELOW_MIN,
                        LimitCode.SANDWICH_LOSS_EXCEEDS_MAX,
                        LimitCode.PRICE_DEVIATION_EXCEEDS_MAX,
                        LimitCode.PRICE_STALE);
        assertThat(scene.check(LimitCode.TOKEN_NOT_ALLOWED).figures())
                .isEqualTo("USDC " + Scene.FAKE.address() + " is not on the list");
    }

    @Test
    void whatHasNoPriceIsRefusedByAllThatNeedOne() {
        scene.amountIn = Scene.whole(Scene.FAKE, "1");

        assertThat(scene.refusals())
                .contains(
                        LimitCode.NOTIONAL_EXCEEDS_MAX_PER_TRADE,
                        LimitCode.NOTIONAL_EXCEEDS_MAX_PER_DAY,
                        LimitCode.TURNOVER_EXCEEDS_MAX_PER_DAY,
                        LimitCode.PRICE_DEVIATION_EXCEEDS_MAX,
                        LimitCode.PRICE_STALE);
    }

    @Test
    void aSwapCallsItsSpenderAndNothingElse() {
        scene.target = Scene.WETH.address();
        assertThat(scene.refusals()).containsExactly(LimitCode.ROUTER_NOT_ALLOWED);
    }

    @Test
    void anApprovalToAStrangerIsRefused() {
        scene.spender = Scene.OWNER;
        assertThat(scene.refusals(scene.approval()))
                .containsExactly(LimitCode.ROUTER_NOT_ALLOWED, LimitCode.CODE_CHANGED);
        assertThat(scene.refusals(scene.revoke())).containsExactly(LimitCode.ROUTER_NOT_ALLOWED);
    }

    @Test
    void aSwapThatNamesNoPoolIsRefused() {
        scene.touched = List.of();
        assertThat(scene.refusals()).containsExactly(LimitCode.POOL_NOT_ALLOWED);
    }

    @Test
    void whatARollupChargesForDataCountsAsGas() {
        scene.coins = scene.swap().worstGas().plus(scene.gasReserve);
        scene.maxGasPerDay = scene.swap().worstGas().at(scene.wethPrice);
        assertThat(passes(LimitCode.GAS_RESERVE_TOO_LOW)).isTrue();
        assertThat(passes(LimitCode.GAS_EXCEEDS_MAX_PER_DAY)).isTrue();
        scene.l1Fee = Scene.gwei("100000");
        assertThat(passes(LimitCode.GAS_RESERVE_TOO_LOW)).isFalse();
        assertThat(passes(LimitCode.GAS_EXCEEDS_MAX_PER_DAY)).isFalse();
    }

    @Test
    void aSequencerMustBeUpForTheWholeGraceAndKnownToBe() {
        scene.sequencer = new Sequencer.Up(scene.block().timestamp().minus(scene.sequencerGrace));
        assertThat(passes(LimitCode.SEQUENCER_NOT_UP)).isTrue();
        scene.sequencer = new Sequencer.Up(
                scene.block().timestamp().minus(scene.sequencerGrace).plusSeconds(1));
        assertThat(passes(LimitCode.SEQUENCER_NOT_UP)).isFalse();
        scene.sequencer = new Sequencer.Down(scene.block().timestamp().minus(Duration.ofDays(9)));
        assertThat(passes(LimitCode.SEQUENCER_NOT_UP)).isFalse();
        scene.sequencer = new Sequencer.Unknown("no answer");
        assertThat(scene.check(LimitCode.SEQUENCER_NOT_UP).figures()).contains("unknown: no answer");
        assertThat(passes(LimitCode.SEQUENCER_NOT_UP)).isFalse();
    }

    @Test
    void aRevokeWithAnAmountIsNoRevoke() {
        TokenAmount loss = scene.swap().sandwichLoss();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scene.proposed(ProposedTransaction.Kind.REVOKE, loss))
                .withMessageContaining("only a revoke is of nothing");
    }
}
