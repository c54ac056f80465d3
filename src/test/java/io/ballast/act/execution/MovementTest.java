package io.ballast.act.execution;

import static io.ballast.act.execution.Orders.OWNER;
import static io.ballast.act.execution.Orders.USDC;
import static io.ballast.act.execution.Orders.WETH;
import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.act.journal.IntentMined;
import io.ballast.act.journal.IntentPlanned;
import io.ballast.act.risk.ProposedTransaction.Kind;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Wei;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.LogEntry;
import io.ballast.sense.chain.SimulatedResult;
import io.ballast.sense.dex.web3j.Erc20;
import io.ballast.sense.market.L1Charge;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is neither bought nor sold: unwraps and withdrawals, from their plan to the books. */
class MovementTest {
    private static final TokenAmount SOME = TokenAmount.of(WETH, new BigDecimal("0.25"));
    private static final GasOffer OFFER = new GasOffer(Rig.OFFER.max(), L1Charge.NONE);

    private final FakeChain chain = new FakeChain();
    private final Preflight preflight = new Preflight(chain, OWNER);
    private final Movement unwrap = Movement.unwrap("t.unwrap", SOME, OWNER);
    private final Movement tokens = Movement.withdraw("w.usdc", Orders.PAID, Ground.SAVINGS);
    private final Movement coins = Movement.withdrawCoins("w.coins", Wei.of(77), WETH, Ground.SAVINGS);

    @Test
    void anUnwrapCallsTheWrapper() {
        TransactionPlans plans = TransactionPlans.move(unwrap, chain.header(), OFFER);
        assertThat(plans.planned().kind()).isEqualTo(Kind.UNWRAP);
        assertThat(plans.planned().target()).isEqualTo(WETH.address());
        assertThat(plans.planned().data()).isEqualTo(Erc20.withdraw(SOME));
        assertThat(plans.proposed().recipient()).isEqualTo(OWNER);
        assertThat(plans.value()).isEqualTo(Wei.ZERO);
    }

    @Test
    void aWithdrawalCallsTheTokenForTheReceiver() {
        TransactionPlans plans = TransactionPlans.move(tokens, chain.header(), OFFER);
        assertThat(plans.planned().kind()).isEqualTo(Kind.WITHDRAW);
        assertThat(plans.planned().target()).isEqualTo(USDC.address());
        assertThat(plans.planned().data()).isEqualTo(Erc20.transfer(Ground.SAVINGS, Orders.PAID));
        assertThat(plans.proposed().recipient()).isEqualTo(Ground.SAVINGS);
        assertThat(plans.proposed().amountIn()).isEqualTo(Orders.PAID);
        assertThat(plans.value()).isEqualTo(Wei.ZERO);
    }

    @Test
    void coinsGoAlongWithNothingElse() {
        TransactionPlans plans = TransactionPlans.move(coins, chain.header(), OFFER);
        assertThat(plans.planned().kind()).isEqualTo(Kind.WITHDRAW_COINS);
        assertThat(plans.planned().target()).isEqualTo(Ground.SAVINGS);
        assertThat(plans.planned().data()).isEqualTo(Bytes.EMPTY);
        assertThat(plans.value()).isEqualTo(Wei.of(77));
        assertThat(coins.value()).isEqualTo(Wei.of(77));
    }

    @Test
    void isNotWorthSendingAfterTenMinutesAndIsPinnedToItsBlock() {
        IntentPlanned planned =
                TransactionPlans.move(unwrap, chain.header(), OFFER).planned();
        assertThat(planned.deadline())
                .isEqualTo(chain.header().ref().timestamp().plus(Duration.ofMinutes(10)));
        assertThat(planned.pinned()).isEqualTo(chain.header().ref());
        assertThat(planned.minOut()).isEqualTo(TokenAmount.zero(WETH));
        assertThat(planned.route()).isEmpty();
        assertThat(planned.pools()).isEmpty();
    }

    @Test
    void costsAllItsGasAtTheMostThatIsOffered() {
        assertThat(unwrap.worstFee(OFFER)).isEqualTo(Wei.ofGwei(new BigDecimal("300000")));
        assertThat(tokens.worstFee(OFFER)).isEqualTo(Wei.ofGwei(new BigDecimal("360000")));
        assertThat(coins.worstFee(OFFER)).isEqualTo(Wei.ofGwei(new BigDecimal("180000")));
    }

    @Test
    void aWithdrawalMustArriveWhole() {
        assertThat(simulate(tokens, sent(Orders.PAID.raw()))).isEmpty();
        assertThat(simulate(tokens, sent(Orders.PAID.raw().subtract(BigInteger.ONE))))
                .hasValueSatisfying(fault -> assertThat(fault)
                        .startsWith("of 1000.000000 USDC the node takes 999.999999 USDC and lets 999.999999 USDC"));
        LogEntry taken = Orders.transfer(USDC, OWNER, Orders.POOL, Orders.PAID.raw(), Hash32.ZERO, 0);
        assertThat(simulate(tokens, List.of(taken)))
                .as("it leaves, and arrives elsewhere")
                .hasValueSatisfying(fault -> assertThat(fault).endsWith("lets 0.000000 USDC arrive"));
        assertThat(simulate(tokens, List.of())).isPresent();
    }

    @Test
    void nothingTellsWhereCoinsArrive() {
        assertThat(simulate(unwrap, List.of())).isEmpty();
        assertThat(simulate(coins, List.of())).isEmpty();
    }

    @Test
    void isNotSignedWhereItWouldFailOrNobodyKnows() {
        chain.simulation = () -> List.of(new SimulatedResult(false, Bytes.EMPTY, 1, List.of()));
        assertThat(preflight.move(unwrap, chain.header(), L1Charge.NONE))
                .hasValue("simulation failed: no reason given");
        chain.simulation = () -> {
            throw new ChainException(ChainException.Kind.UNAVAILABLE, "gone");
        };
        assertThat(preflight.move(unwrap, chain.header(), L1Charge.NONE)).hasValue("simulation gave no answer: gone");
    }

    @Test
    void theBooksFollowAnUnwrapAndCoinsThoughNoLogTells() {
        Rig rig = new Rig();
        assertThat(carriedOut(rig, unwrap).amountIn()).isEqualTo(SOME);
        assertThat(rig.log.state().books().orElseThrow().balance(WETH))
                .isEqualTo(TokenAmount.of(WETH, new BigDecimal("0.75")));
        assertThat(carriedOut(rig, coins).amountIn().raw()).isEqualTo(77);
        assertThat(rig.isHalted()).isFalse();
    }

    @Test
    void theBooksFollowTheLogsOfAWithdrawalAndNotItsPlan() {
        Rig rig = new Rig();
        assertThat(carriedOut(rig, tokens).amountIn()).isEqualTo(TokenAmount.zero(USDC));
        assertThat(rig.log.state().books().orElseThrow().balance(USDC))
                .isEqualTo(TokenAmount.of(USDC, new BigDecimal("5000")));
    }

    private Optional<String> simulate(Movement movement, List<LogEntry> logs) {
        chain.simulation = () -> List.of(new SimulatedResult(true, Bytes.EMPTY, 1, logs));
        return preflight.move(movement, chain.header(), L1Charge.NONE);
    }

    private static List<LogEntry> sent(BigInteger raw) {
        return List.of(Orders.transfer(USDC, OWNER, Ground.SAVINGS, raw, Hash32.ZERO, 0));
    }

    private static IntentMined carriedOut(Rig rig, Movement movement) {
        TransactionPlans plans = TransactionPlans.move(movement, rig.chain.head(), OFFER);
        IntentPlanned planned = plans.planned();
        rig.log.append(planned);
        TransactionEngine.Call call = new TransactionEngine.Call(
                planned.target(),
                plans.value(),
                planned.data(),
                100_000,
                Rig.OFFER.max(),
                Rig.OFFER.tip(),
                planned.deadline(),
                true);
        IntentOutcome end = rig.settlement()
                .settle(planned, rig.engine().submit(planned.intentId(), call, rig.chain.head(), rig.judge));
        assertThat(end).isInstanceOf(IntentOutcome.Filled.class);
        return rig.events(IntentMined.class).getLast();
    }
}
