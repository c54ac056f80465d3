package io.ballast.act.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.act.journal.IntentMined;
import io.ballast.act.risk.Assessment;
import io.ballast.act.risk.Benefit;
import io.ballast.act.risk.RiskState;
import io.ballast.base.units.Bps;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Usd;
import io.ballast.sense.chain.Receipt;
import io.ballast.sense.dex.RouteQuote;
import io.ballast.sense.dex.web3j.Allowance;
import io.ballast.sense.market.AccountState;
import io.ballast.sense.market.MarketState;
import io.ballast.think.action.Leg;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SwapOrderTest {
    private final FakeChain chain = new FakeChain();

    @Test
    void neverAcceptsLessThanTheSlippageAllows() {
        for (long quoted = 1; quoted < 2_000; quoted++) {
            SwapOrder order = Orders.order(chain.header());
            TokenAmount out = new TokenAmount(Orders.WETH, BigInteger.valueOf(quoted));
            RouteQuote quote = new RouteQuote(
                    order.quote().parts().get(0).route(),
                    Orders.PAID,
                    out,
                    order.quote().after(),
                    new Bps(0),
                    java.math.BigDecimal.ZERO,
                    1);
            TokenAmount minOut = SwapOrder.of(
                            "d1",
                            1,
                            chain.header(),
                            Orders.leg(quote),
                            Duration.ofSeconds(60),
                            order.router(),
                            List.of())
                    .minOut();
            // minOut / quoted >= 0.997, in integers
            assertThat(minOut.raw().longValueExact() * 10_000).isGreaterThanOrEqualTo(quoted * 9_970);
            assertThat(minOut).isLessThanOrEqualTo(out);
        }
    }

    @Test
    void f40IsTriedAgainForNoLessThanItAcceptedBefore() {
        SwapOrder failed = Orders.order(chain.header());
        SwapOrder better = Orders.order(chain.header(), "0.31");
        SwapOrder worse = Orders.order(chain.header(), "0.2995");
        assertThat(failed.again(better)).hasValueSatisfying(again -> {
            assertThat(again.minOut()).isEqualTo(better.minOut());
            assertThat(again.attempt()).isEqualTo(2);
            assertThat(again.intentId("swap")).isEqualTo("d000001.1.swap.2");
            assertThat(again.leg()).isEqualTo(1);
        });
        assertThat(worse.minOut()).isLessThan(failed.minOut());
        assertThat(failed.again(worse))
                .hasValueSatisfying(again -> assertThat(again.minOut()).isEqualTo(failed.minOut()));
        assertThat(failed.again(worse).flatMap(again -> again.again(better)))
                .hasValueSatisfying(again -> assertThat(again.intentId("swap")).endsWith(".3"));
    }

    @Test
    void f40IsNotTriedAgainWhenTheMarketGivesLess() {
        SwapOrder failed = Orders.order(chain.header());
        assertThat(failed.again(Orders.order(chain.header(), "0.2990"))).isEmpty();
        assertThat(failed.again(Orders.order(chain.header(), "0.2991"))).isPresent();
    }

    @Test
    void isTriedAgainOnlyForTheSameAmountThroughTheSameRouter() {
        SwapOrder failed = Orders.order(chain.header());
        SwapOrder fresh = Orders.order(chain.header());
        SwapOrder elsewhere = new SwapOrder(
                fresh.decisionId(),
                1,
                fresh.pinned(),
                fresh.quote(),
                fresh.minOut(),
                fresh.deadline(),
                new io.ballast.sense.dex.web3j.SwapRouter02(Orders.POOL),
                List.of(),
                1,
                fresh.sandwichLoss(),
                fresh.benefit());
        assertThat(failed.again(elsewhere)).isEmpty();
        assertThat(failed.again(fresh)).isPresent();
    }

    @Test
    void f41MayUseMoreGasAtEachAttemptUpToWhatATransactionMayUse() {
        SwapOrder order = Orders.order(chain.header());
        assertThat(GasLimits.swap(order.quote(), 1)).isEqualTo(320_000);
        assertThat(GasLimits.swap(order.quote(), 2)).isEqualTo(480_000);
        assertThat(GasLimits.swap(order.quote(), 3)).isEqualTo(640_000);
        assertThat(GasLimits.swap(order.quote(), 1_000)).isEqualTo(16_777_216);
    }

    @ParameterizedTest
    @CsvSource({"0, 1, false", "1, 1, true", "1, 2, false", "2, 2, true"})
    void f40IsTriedAgainOnlySoOftenAndZeroMeansNever(int most, int attempts, boolean allowed) {
        SwapOrder order = Orders.order(chain.header());
        for (int i = 1; i < attempts; i++) {
            order = order.again(order).orElseThrow();
        }
        assertThat(new Retries(most).allow(order, new IntentOutcome.Dropped("d", "no")))
                .isEqualTo(allowed);
    }

    @Test
    void isTriedAgainOnlyAfterAFailureThatMayPass() {
        SwapOrder order = Orders.order(chain.header());
        Rig rig = new Rig();
        rig.trade();
        Receipt receipt = rig.chain
                .receipt(rig.events(IntentMined.class).getFirst().txHash())
                .orElseThrow();
        Retries retries = new Retries(3);
        assertThat(retries.allow(order, new IntentOutcome.Reverted("d", receipt)))
                .isTrue();
        assertThat(retries.allow(order, new IntentOutcome.Cancelled("d", receipt)))
                .isFalse();
        assertThat(retries.allow(order, new IntentOutcome.Unresolved("d", "?"))).isFalse();
        assertThat(retries.allow(
                        order, new IntentOutcome.Refused("d", new Assessment(List.of(), RiskState.INITIAL, List.of()))))
                .isFalse();
        assertThat(retries.allow(order, new IntentOutcome.Filled("d", receipt, Orders.PAID, Orders.QUOTED)))
                .isFalse();
        assertThatThrownBy(() -> new Retries(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void countsTheDeadlineFromThePinnedBlock() {
        SwapOrder order = Orders.order(chain.header());
        assertThat(order.deadline()).isEqualTo(chain.head().ref().timestamp().plusSeconds(60));
        assertThat(order.intentId("swap")).isEqualTo("d000001.1.swap");
    }

    @ParameterizedTest
    @CsvSource({"50, 50", "60, 60", "70, 60"})
    void isExecutedNoLaterThanWhatItSpendsMayBeTaken(long allowedFor, long executedFor) {
        SwapOrder order = Orders.order(chain.header());
        Instant start = chain.head().ref().timestamp();
        Allowance allowed = new Allowance(order.rights().getFirst(), Orders.PAID, start.plusSeconds(allowedFor));
        AccountState account =
                Orders.observation(chain.header(), List.of(allowed)).account();
        assertThat(order.within(account).deadline()).isEqualTo(start.plusSeconds(executedFor));
        assertThat(order.within(account).minOut()).isEqualTo(order.minOut());
        assertThat(order.within(Orders.observation(chain.header()).account())).isEqualTo(order);
    }

    @Test
    void statesWhatTheDecisionIsExpectedToBring() {
        Optional<Benefit> benefit = Optional.of(new Benefit(Usd.of(9), Usd.of(4)));
        SwapOrder order = Orders.order(chain.header());
        assertThat(order.expecting(benefit).benefit()).isEqualTo(benefit);
        assertThat(order.expecting(benefit).expecting(Optional.empty())).isEqualTo(order);
    }

    @Test
    void goesThroughTheRouterThatItsMarketNames() {
        MarketState market = Orders.observation(chain.header()).market();
        Leg leg = Orders.leg(Orders.order(chain.header()).quote().parts().getFirst());
        assertThat(SwapOrder.of("d000001", 1, market, leg, Duration.ofSeconds(60)))
                .isEqualTo(Orders.order(chain.header()));
    }

    @Test
    void aPolicyNamesNumbersThatMakeSense() {
        Duration second = Duration.ofSeconds(1);
        assertThat(new SubmissionPolicy(1, second, 1, 1).giveUpAfter()).isEqualTo(1);
        assertThatThrownBy(() -> new SubmissionPolicy(0, second, 1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SubmissionPolicy(1, second, 0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SubmissionPolicy(1, second, 3, 2)).isInstanceOf(IllegalArgumentException.class);
    }
}
