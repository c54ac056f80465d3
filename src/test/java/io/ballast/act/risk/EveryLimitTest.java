package io.ballast.act.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.base.units.Bps;
import io.ballast.base.units.Usd;
import io.ballast.base.units.Wei;
import io.ballast.sense.market.Sequencer;
import io.ballast.think.action.WeightBound;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each code has a limit, and something trips each limit and no other. */
class EveryLimitTest {
    private static final Map<LimitCode, Consumer<Scene>> TRIPS = new EnumMap<>(LimitCode.class);

    static {
        TRIPS.put(LimitCode.TRADING_HALTED, scene -> scene.state = RiskState.INITIAL.halt("by hand"));
        TRIPS.put(
                LimitCode.TRADING_STATE_REDUCING, scene -> scene.buying().state = RiskState.INITIAL.reduce("by hand"));
        TRIPS.put(LimitCode.TOKEN_NOT_ALLOWED, scene -> scene.tokens = Set.of(Scene.USDC.address()));
        TRIPS.put(LimitCode.POOL_NOT_ALLOWED, scene -> scene.pools = Set.of());
        TRIPS.put(LimitCode.ROUTER_NOT_ALLOWED, scene -> scene.routers = Spenders.of());
        TRIPS.put(LimitCode.RECIPIENT_NOT_OWNER, scene -> scene.recipient = Scene.ROUTER);
        TRIPS.put(LimitCode.CODE_CHANGED, scene -> scene.codes.remove(Scene.ROUTER));
        TRIPS.put(LimitCode.NOTIONAL_EXCEEDS_MAX_PER_TRADE, scene -> scene.maxPerTrade = Usd.of(1_999));
        TRIPS.put(LimitCode.NOTIONAL_EXCEEDS_MAX_PER_HOUR, scene -> scene.maxNotionalPerHour = Usd.of(1_999));
        TRIPS.put(LimitCode.NOTIONAL_EXCEEDS_MAX_PER_DAY, scene -> scene.maxPerDay = Usd.of(1_999));
        TRIPS.put(LimitCode.TURNOVER_EXCEEDS_MAX_PER_DAY, scene -> scene.maxTurnover = new Bps(400));
        TRIPS.put(
                LimitCode.WEIGHT_EXCEEDS_MAX,
                scene -> scene.buying().wethBound = new WeightBound(Scene.WETH, Bps.ZERO, new Bps(4_000)));
        TRIPS.put(
                LimitCode.WEIGHT_BELOW_MIN,
                scene -> scene.wethBound = new WeightBound(Scene.WETH, new Bps(3_500), Bps.WHOLE));
        TRIPS.put(LimitCode.PRICE_IMPACT_EXCEEDS_MAX, scene -> scene.impact = new Bps(21));
        TRIPS.put(LimitCode.SLIPPAGE_EXCEEDS_MAX, scene -> scene.minOut = Scene.whole(Scene.USDC, "1988"));
        TRIPS.put(LimitCode.SANDWICH_LOSS_EXCEEDS_MAX, scene -> scene.loss = Usd.of(51));
        TRIPS.put(
                LimitCode.BENEFIT_BELOW_MIN,
                scene -> scene.benefit = Optional.of(new Benefit(new Usd(new BigDecimal("5.99999999")), Usd.of(6))));
        TRIPS.put(LimitCode.PRICE_DEVIATION_EXCEEDS_MAX, scene -> scene.maxDeviation = new Bps(29));
        TRIPS.put(LimitCode.TWAP_DEVIATION_EXCEEDS_MAX, scene -> scene.witnesses = Set.of(PriceWitness.TWAP));
        TRIPS.put(LimitCode.POOLS_DEVIATION_EXCEEDS_MAX, scene -> scene.witnesses = Set.of(PriceWitness.POOLS));
        TRIPS.put(LimitCode.TRADES_EXCEED_MAX_PER_HOUR, scene -> scene.maxPerHour = 0);
        TRIPS.put(LimitCode.TRADES_EXCEED_MAX_PER_DAY, scene -> scene.maxTradesPerDay = 0);
        TRIPS.put(LimitCode.COOLDOWN_ACTIVE, scene -> {
            scene.accept("d0.1.swap", "d0").later(Duration.ofMinutes(1)).cooldown = Duration.ofHours(2);
            scene.intentId = "d1.1.swap";
            scene.decisionId = "d1";
        });
        TRIPS.put(LimitCode.EXECUTION_REPEATED, scene -> {
            scene.accept("d0.1.swap", "d0").maxEqual = 1;
            scene.intentId = "d1.1.swap";
            scene.decisionId = "d1";
        });
        TRIPS.put(LimitCode.FAILURES_EXCEED_MAX, scene -> {
            scene.maxFailures = 0;
            scene.failurePause = Optional.of(Duration.ofHours(1));
            scene.state = scene.state.drop("d0.1.swap", Scene.START);
        });
        TRIPS.put(LimitCode.STOPLOSS_GUARD_ACTIVE, scene -> {
            scene.accept("d0.1.swap", "d0").stoplossGuard = guard(0);
            scene.buying().intentId = "d1.1.swap";
        });
        TRIPS.put(LimitCode.MAX_DRAWDOWN_GUARD_ACTIVE, scene -> {
            scene.accept("d0.1.swap", "d0").drawdownGuard = guard(200);
            scene.buying().intentId = "d1.1.swap";
            scene.nav = Usd.of(48_999);
        });
        TRIPS.put(LimitCode.LOW_PROFIT_PAIR, scene -> {
            scene.accept("d0.1.swap", "d0").lowProfit = guard(0);
            scene.buying().intentId = "d1.1.swap";
        });
        TRIPS.put(LimitCode.GAS_PRICE_EXCEEDS_MAX, scene -> scene.maxGasPrice = Scene.gwei("9.999999999"));
        TRIPS.put(LimitCode.GAS_EXCEEDS_MAX_PER_TRADE, scene -> scene.maxGas = Usd.of(3));
        TRIPS.put(LimitCode.GAS_EXCEEDS_MAX_PER_DAY, scene -> scene.maxGasPerDay = Usd.of(3));
        TRIPS.put(LimitCode.GAS_RESERVE_TOO_LOW, scene -> scene.coins = Wei.ofGwei(new BigDecimal(21_999_999)));
        TRIPS.put(LimitCode.BLOCK_STALE, scene -> scene.blockAge = Duration.ofSeconds(31));
        TRIPS.put(LimitCode.BLOCKS_BEHIND, scene -> scene.head = 104);
        TRIPS.put(LimitCode.SEQUENCER_NOT_UP, scene -> scene.sequencer = new Sequencer.Unknown("no answer"));
        TRIPS.put(LimitCode.PRICE_STALE, scene -> scene.wethStale = true);
        TRIPS.put(LimitCode.DEPEG_EXCEEDS_MAX, scene -> {
            scene.usdcPrice = Usd.of(new BigDecimal("0.9899"));
            scene.maxDeviation = Bps.WHOLE;
        });
        TRIPS.put(LimitCode.DEADLINE_EXCEEDS_MAX, scene -> scene.untilDeadline = Duration.ofSeconds(121));
        TRIPS.put(LimitCode.DAILY_LOSS_EXCEEDS_MAX, scene -> {
            scene.buying().state = new RiskGate(scene.limits()).observe(scene.situation(), scene.state);
            scene.nav = Usd.of(48_499);
        });
        TRIPS.put(LimitCode.DRAWDOWN_EXCEEDS_MAX, scene -> {
            scene.buying().state = RiskState.INITIAL.resume(Usd.of(100_000));
            scene.nav = Usd.of(88_000);
        });
    }

    private static Optional<TradeGuard> guard(int level) {
        return Optional.of(new TradeGuard(Duration.ofHours(1), 1, new Bps(level), Duration.ofHours(1)));
    }

    @Test
    void theUnchangedSwapPassesAll() {
        Assessment assessment = new Scene().assess();

        assertThat(assessment.refusals()).isEmpty();
        assertThat(assessment.checks()).extracting(LimitCheck::code).containsExactly(LimitCode.values());
    }

    @Test
    void everyCodeHasALimitOfItsOwn() {
        RiskLimits limits = new Scene().limits();
        List<Limit> all =
                Arrays.stream(LimitCode.values()).map(code -> code.of(limits)).toList();

        assertThat(all).extracting(Limit::code).containsExactly(LimitCode.values());
        assertThat(all.stream().<Class<?>>map(Limit::getClass))
                .containsExactlyInAnyOrder(Limit.class.getPermittedSubclasses());
    }

    @Test
    void everyCodeIsTrippedHere() {
        assertThat(TRIPS.keySet()).containsExactly(LimitCode.values());
    }

    @ParameterizedTest
    @EnumSource(LimitCode.class)
    void isTrippedAlone(LimitCode code) {
        Scene scene = new Scene();
        TRIPS.get(code).accept(scene);

        // A drawdown halts at once, and both are said.
        List<LimitCode> expected =
                code == LimitCode.DRAWDOWN_EXCEEDS_MAX ? List.of(LimitCode.TRADING_HALTED, code) : List.of(code);
        assertThat(scene.refusals()).isEqualTo(expected);
        assertThat(scene.check(code).figures()).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource(LimitCode.class)
    void holdsForTheApprovalToo(LimitCode code) {
        Scene scene = new Scene();
        TRIPS.get(code).accept(scene);
        if (code == LimitCode.GAS_EXCEEDS_MAX_PER_DAY
                || code == LimitCode.GAS_EXCEEDS_MAX_PER_TRADE
                || code == LimitCode.GAS_RESERVE_TOO_LOW) {
            scene.maxGasPerDay = Usd.of(1);
            scene.maxGas = Usd.of(1);
            scene.coins = Wei.ZERO;
        }

        assertThat(scene.refusals(scene.approval())).contains(code);
    }

    @ParameterizedTest
    @EnumSource(LimitCode.class)
    void countsNothingWhenItRefuses(LimitCode code) {
        Scene scene = new Scene();
        TRIPS.get(code).accept(scene);

        assertThat(scene.assess().next().spends()).isEqualTo(scene.state.spends());
    }

    @Test
    void revokesPassAllButTheListsAndTheGasPrice() {
        assertThat(binding(Scene::revoke))
                .containsExactly(
                        LimitCode.TOKEN_NOT_ALLOWED, LimitCode.ROUTER_NOT_ALLOWED, LimitCode.GAS_PRICE_EXCEEDS_MAX);
    }

    @Test
    void anUnwrapMustBeOursAndCheapOnABlockThatCanBeTrusted() {
        assertThat(binding(scene -> scene.move(ProposedTransaction.Kind.UNWRAP)))
                .containsExactly(
                        LimitCode.TRADING_HALTED,
                        LimitCode.RECIPIENT_NOT_OWNER,
                        LimitCode.GAS_PRICE_EXCEEDS_MAX,
                        LimitCode.GAS_EXCEEDS_MAX_PER_TRADE,
                        LimitCode.GAS_EXCEEDS_MAX_PER_DAY,
                        LimitCode.BLOCK_STALE,
                        LimitCode.BLOCKS_BEHIND,
                        LimitCode.SEQUENCER_NOT_UP);
    }

    @ParameterizedTest
    @EnumSource(
            value = ProposedTransaction.Kind.class,
            names = {"WITHDRAW", "WITHDRAW_COINS"})
    void aPersonMayWithdrawToThePinnedAccountWhileTradingIsHaltedAndWhateverGasCostsInAll(
            ProposedTransaction.Kind kind) {
        assertThat(binding(scene -> scene.move(kind)))
                .containsExactly(
                        LimitCode.RECIPIENT_NOT_OWNER,
                        LimitCode.GAS_PRICE_EXCEEDS_MAX,
                        LimitCode.BLOCK_STALE,
                        LimitCode.BLOCKS_BEHIND,
                        LimitCode.SEQUENCER_NOT_UP);
    }

    private static List<LimitCode> binding(Function<Scene, ProposedTransaction> what) {
        return Stream.of(LimitCode.values())
                .filter(code -> {
                    Scene scene = new Scene();
                    TRIPS.get(code).accept(scene);
                    return scene.refusals(what.apply(scene)).contains(code);
                })
                .toList();
    }
}
