package io.ballast.act.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.act.journal.GateJudged;
import io.ballast.act.journal.IntentClosed;
import io.ballast.act.journal.IntentPlanned;
import io.ballast.act.journal.IntentSigned;
import io.ballast.act.journal.SpenderBanned;
import io.ballast.act.risk.LimitCheck;
import io.ballast.act.risk.LimitCode;
import io.ballast.act.risk.ProposedTransaction;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.TokenAmount;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.SimulatedResult;
import io.ballast.sense.dex.web3j.Allowance;
import io.ballast.sense.dex.web3j.SpendingRight;
import io.ballast.sense.market.MarketSource;
import io.ballast.sense.market.Observation;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OnChainExecutorTest {
    private static final SpendingRight RIGHT = SpendingRight.ofToken(Orders.USDC, Orders.ROUTER);
    private final Rig rig = new Rig();
    private final PoolModel chain = rig.chain;
    private final FakeChain simulator = new FakeChain();
    private boolean blind;

    @BeforeEach
    void simulateAFill() {
        simulator.simulation = () -> List.of(filled());
    }

    @Test
    void swapsWhatPassesGateAndSimulation() {
        assertThat(swap()).isInstanceOf(IntentOutcome.Filled.class);
        assertThat(rig.events(GateJudged.class)).hasSize(1);
        assertThat(chain.sent.getFirst().maxFee()).isEqualTo(Rig.gwei("3"));
        assertThat(chain.sent.getFirst().maxTip()).isEqualTo(Rig.gwei("1"));
        assertThat(rig.log.state().risk().orElseThrow().spends()).hasSize(1);
    }

    @Test
    void signsNothingThatTheGateRefuses() {
        chain.baseFee = Rig.gwei("60");
        chain.mine();
        assertThat(swap()).isInstanceOf(IntentOutcome.Refused.class);
        assertThat(rig.events(IntentSigned.class)).isEmpty();
        assertThat(rig.events(IntentClosed.class))
                .singleElement()
                .satisfies(closed -> assertThat(closed.status()).isEqualTo(IntentClosed.Status.REFUSED));
    }

    @Test
    void aHeadSeenBetweenDecisionsCounts() {
        rig.risk.headSeen(chain.head().ref().number() + 101);
        assertThat(swap())
                .isInstanceOfSatisfying(
                        IntentOutcome.Refused.class,
                        refused -> assertThat(refused.assessment().refusals())
                                .extracting(LimitCheck::code)
                                .containsExactly(LimitCode.BLOCKS_BEHIND));
    }

    @Test
    void signsNothingThatTheSimulationRefuses() {
        simulator.simulation = () -> List.of(new SimulatedResult(false, Bytes.EMPTY, 1, List.of()));
        assertThat(swap()).isInstanceOf(IntentOutcome.Dropped.class);
        assertThat(rig.events(IntentSigned.class)).isEmpty();
        assertThat(rig.log.state().risk().orElseThrow().spends()).isEmpty();
    }

    @Test
    void givesABannedSpenderNothingButRevokes() {
        rig.log.append(new SpenderBanned(Orders.ROUTER, "it kept an allowance"));
        assertThat(swap())
                .isInstanceOfSatisfying(
                        IntentOutcome.Dropped.class,
                        dropped -> assertThat(dropped.reason()).contains("is banned"));
        Observation seen = executor().observe();
        assertThat(executor().revoke("d000002", RIGHT, seen).filled()).isTrue();
    }

    @Test
    void f31HaltsWhenTheKeyWasUsedElsewhere() {
        swap();
        chain.useKeyElsewhere();
        OnChainExecutor executor = executor();
        executor.revoke("d000002", RIGHT, executor.observe());
        assertThat(rig.isHalted()).isTrue();
        assertThat(rig.risk.state().reason()).contains("used elsewhere");
        assertThat(rig.events(IntentSigned.class)).hasSize(1);
    }

    @Test
    void callsWhatTheSignerRefusesNotSent() {
        chain.refusals = 1;
        assertThat(swap())
                .isInstanceOfSatisfying(
                        IntentOutcome.Dropped.class,
                        dropped -> assertThat(dropped.reason()).isEqualTo("the signer is away"));
        assertThat(rig.isHalted()).isFalse();
    }

    @Test
    void callsWhatBreaksAfterTheSignatureUnresolved() {
        chain.eachBlock.add(() -> {
            throw new ChainException(ChainException.Kind.MALFORMED, "nonsense");
        });
        assertThat(swap())
                .isInstanceOfSatisfying(
                        IntentOutcome.Unresolved.class,
                        end -> assertThat(end.reason()).isEqualTo("nonsense"));
        assertThat(rig.isHalted()).isTrue();
    }

    @Test
    void asksTheGateAgainBeforeItOffersMore() {
        chain.includes = tx -> tx.maxFee().compareTo(Rig.gwei("3")) > 0;
        assertThat(swap()).isInstanceOf(IntentOutcome.Filled.class);
        assertThat(rig.events(GateJudged.class)).hasSize(2);
        assertThat(rig.log.state().risk().orElseThrow().spends()).hasSize(1);
    }

    @Test
    void offersNoMoreThanTheGateAllows() {
        rig.fees = new FeeRules(true, Rig.gwei("1000"), 1, 4, 100);
        chain.includes = tx -> tx.data().size() == 0;
        chain.eachBlock.add(() -> chain.baseFee = Rig.gwei("60"));
        assertThat(swap()).isInstanceOf(IntentOutcome.Cancelled.class);
        assertThat(rig.events(IntentSigned.class))
                .filteredOn(signed -> !signed.cancels())
                .hasSize(1);
        assertThat(rig.events(GateJudged.class)).hasSizeGreaterThan(1);
    }

    @Test
    void offersNoMoreWhileItCannotSeeTheMarket() {
        chain.includes = tx -> tx.data().size() == 0;
        chain.eachBlock.add(() -> blind = true);
        assertThat(swap()).isInstanceOf(IntentOutcome.Cancelled.class);
        assertThat(rig.events(GateJudged.class)).hasSize(1);
    }

    @Test
    void needsAnApprovalUntilExactlyItsAmountIsGranted() {
        SwapOrder order = Orders.order(chain.head());
        assertThat(executor().needsApproval(order, seen(TokenAmount.zero(Orders.USDC))))
                .isTrue();
        assertThat(executor().needsApproval(order, seen(Orders.PAID))).isFalse();
    }

    @Test
    void takesAnotherAllowanceBackBeforeItGrantsItsOwn() {
        simulator.simulation = () -> List.of(new SimulatedResult(true, Bytes.EMPTY, 1, List.of()), filled());
        SwapOrder order = Orders.order(chain.head());
        TokenAmount other = TokenAmount.of(Orders.USDC, BigDecimal.TEN);
        assertThat(executor().approve(order, seen(other)).intentId()).startsWith("d000001.USDC.revoke-");
        assertThat(executor().approve(order, seen(TokenAmount.zero(Orders.USDC))))
                .isInstanceOfSatisfying(
                        IntentOutcome.Filled.class,
                        end -> assertThat(end.intentId()).isEqualTo("d000001.1.approve"));
        assertThat(rig.events(IntentPlanned.class).stream().map(IntentPlanned::kind))
                .containsExactly(ProposedTransaction.Kind.REVOKE, ProposedTransaction.Kind.APPROVE);
        assertThat(rig.events(IntentClosed.class).stream().map(IntentClosed::status))
                .containsOnly(IntentClosed.Status.FILLED);
    }

    @Test
    void grantsNothingForASwapThatTheSimulationRefuses() {
        simulator.simulation = () -> List.of(new SimulatedResult(false, Bytes.EMPTY, 1, List.of()));
        IntentOutcome end = executor().approve(Orders.order(chain.head()), seen(TokenAmount.zero(Orders.USDC)));
        assertThat(end).isInstanceOf(IntentOutcome.Dropped.class);
        assertThat(rig.events(IntentSigned.class)).isEmpty();
    }

    @Test
    void movesNothingThatTheSimulationRefuses() {
        simulator.simulation = () -> List.of(new SimulatedResult(false, Bytes.EMPTY, 1, List.of()));
        Movement unwrap = Movement.unwrap("t", TokenAmount.of(Orders.WETH, BigDecimal.ONE), Orders.OWNER);
        assertThat(executor().move(unwrap, executor().observe()))
                .isEqualTo(new IntentOutcome.Dropped("t", "simulation failed: no reason given"));
        assertThat(rig.events(IntentSigned.class)).isEmpty();
    }

    @Test
    void f35LooksAtWhatIsFinalWhicheverBlockItObserves() {
        swap();
        chain.mine();
        chain.reorganise(2);
        assertThat(executor().observeAt(chain.head()).market().block())
                .isEqualTo(chain.head().ref());
        assertThat(rig.isHalted()).isTrue();
    }

    @Test
    void grantsAnotherAmountWithinTheSameDecision() {
        simulator.simulation = () -> List.of(new SimulatedResult(true, Bytes.EMPTY, 1, List.of()), filled());
        SwapOrder order = Orders.order(chain.head());
        executor().approve(order, seen(TokenAmount.zero(Orders.USDC)));
        executor().approve(order, seen(TokenAmount.of(Orders.USDC, BigDecimal.TEN)));
        executor().approve(order, seen(TokenAmount.zero(Orders.USDC)));
        assertThat(rig.events(IntentClosed.class).stream().map(IntentClosed::status))
                .containsOnly(IntentClosed.Status.FILLED);
        assertThat(rig.events(IntentPlanned.class).stream()
                        .filter(plan -> plan.kind() == ProposedTransaction.Kind.APPROVE)
                        .map(IntentPlanned::intentId))
                .containsExactly("d000001.1.approve", "d000001.1.approve-2");
        assertThat(rig.risk.state().spends()).as("the gas of each is counted").hasSize(3);
    }

    @Test
    void f35LooksAtWhatIsFinalWheneverItObserves() {
        swap();
        chain.mine();
        chain.reorganise(2);
        executor().observe();
        assertThat(rig.isHalted()).isTrue();
    }

    private IntentOutcome swap() {
        OnChainExecutor executor = executor();
        Observation seen = executor.observe();
        return executor.swap(Orders.order(seen.market().header()), seen);
    }

    private Observation seen(TokenAmount allowed) {
        return Orders.observation(chain.head(), List.of(new Allowance(RIGHT, allowed, Instant.MAX)));
    }

    private SimulatedResult filled() {
        return new SimulatedResult(true, Bytes.EMPTY, 100_000, Orders.fill(Orders.QUOTED.raw(), Hash32.ZERO));
    }

    private OnChainExecutor executor() {
        return new OnChainExecutor(
                new Source(),
                Orders.OWNER,
                rig.engine(),
                new Preflight(simulator, Orders.OWNER),
                rig.settlement(),
                rig.finality,
                rig.risk,
                rig.log,
                new GasPolicy(Rig.gwei("1")),
                () -> chain.head().ref().timestamp());
    }

    private final class Source implements MarketSource {
        @Override
        public Observation observe() {
            if (blind) {
                throw new ChainException(ChainException.Kind.UNAVAILABLE, "no node");
            }
            return Orders.observation(chain.head());
        }

        @Override
        public Observation observeAt(BlockHeader header) {
            return Orders.observation(header);
        }
    }
}
