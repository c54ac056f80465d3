package io.ballast.act.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.act.journal.IntentBroadcast;
import io.ballast.act.journal.IntentClosed;
import io.ballast.act.journal.IntentMined;
import io.ballast.act.journal.IntentSigned;
import io.ballast.base.units.Wei;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.SendOutcome;
import io.ballast.sense.chain.SendOutcome.Reason;
import io.ballast.sense.dex.web3j.SpendingRight;
import io.ballast.sense.market.L1Charge;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sending and waiting: F21, F25 to F28. */
class TransactionEngineTest {
    private final Rig rig = new Rig();
    private final PoolModel chain = rig.chain;

    @Test
    void signsJournalsSendsAndWaits() {
        assertThat(rig.trade()).isInstanceOf(IntentOutcome.Filled.class);
        assertThat(rig.journal
                        .read(0)
                        .map(entry -> entry.event().getClass().getSimpleName())
                        .filter(name -> name.startsWith("Intent")))
                .containsExactly("IntentPlanned", "IntentSigned", "IntentBroadcast", "IntentMined", "IntentClosed");
        assertThat(rig.accepted).isEqualTo(1);
        assertThat(chain.sent).hasSize(1);
        assertThat(rig.isHalted()).isFalse();
    }

    @Test
    void makesTheSignatureDurableBeforeAnythingIsSent() {
        chain.answers.add(outcome -> {
            IntentSigned signed = rig.events(IntentSigned.class).getFirst();
            assertThat(signed.nonce()).isZero();
            assertThat(signed.maxFee()).isEqualTo(Rig.OFFER.max());
            assertThat(signed.maxTip()).isEqualTo(Rig.OFFER.tip());
            assertThat(signed.gasLimit()).isEqualTo(200_000);
            assertThat(signed.cancels()).isFalse();
            assertThat(rig.events(IntentBroadcast.class)).isEmpty();
            return outcome;
        });
        rig.trade();
        assertThat(chain.sent.getFirst().chainId()).isEqualTo(31_337);
        assertThat(chain.sent.getFirst().to()).isEqualTo(Orders.ROUTER);
    }

    @Test
    void booksWhatMovedInTheFirstBlockAndClosesAtTheDepth() {
        rig.confirmations = 3;
        chain.eachBlock.add(() -> {});
        chain.eachBlock.add(() -> {
            assertThat(rig.events(IntentMined.class)).hasSize(1);
            assertThat(rig.events(IntentClosed.class)).isEmpty();
        });
        assertThat(rig.trade()).isInstanceOfSatisfying(IntentOutcome.Filled.class, filled -> {
            assertThat(filled.paid()).isEqualTo(Orders.PAID);
            assertThat(filled.received()).isEqualTo(Orders.QUOTED);
            assertThat(filled.receipt().blockNumber()).isEqualTo(101);
        });
        assertThat(chain.head().ref().number()).isEqualTo(103);
        assertThat(rig.log.state().books().orElseThrow().balances())
                .anySatisfy(balance -> assertThat(balance.whole()).isEqualByComparingTo("4000"));
    }

    @Test
    void f26SendsTheSameBytesAgainUntilTheyAreMined() {
        chain.dropsAll = true;
        chain.includes = tx -> chain.head().ref().number() > 101;
        assertThat(rig.trade()).isInstanceOf(IntentOutcome.Filled.class);
        assertThat(chain.sent).hasSizeGreaterThan(1);
        assertThat(chain.sent.stream().distinct()).hasSize(1);
    }

    @Test
    void f25FindsByItsHashWhatTheNodeCalledRefused() {
        chain.answers.add(honest -> new SendOutcome.Refused(Reason.INSUFFICIENT_FUNDS, "but it is in the pool"));
        assertThat(rig.trade()).isInstanceOf(IntentOutcome.Filled.class);
        assertThat(rig.events(IntentSigned.class)).hasSize(1);
    }

    @Test
    void f25TakesANodeThatDoesNotSayForOneThatMayKnow() {
        chain.answers.add(honest -> {
            chain.silent = 1;
            return new SendOutcome.Refused(Reason.INVALID, "it is in the pool all the same");
        });
        assertThat(rig.trade()).isInstanceOf(IntentOutcome.Filled.class);
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "INSUFFICIENT_FUNDS",
                "INTRINSIC_GAS",
                "EXCEEDS_BLOCK_GAS",
                "FEE_CAP_EXCEEDED",
                "INVALID",
                "UNDERPRICED",
                "FEE_BELOW_BASE"
            })
    void f27FreesTheNonceAfterACertainRefusalOfBytesThatNobodySaw(Reason reason) {
        refuseOnce(reason);
        assertThat(rig.trade())
                .isInstanceOfSatisfying(
                        IntentOutcome.Dropped.class,
                        dropped -> assertThat(dropped.reason()).contains(reason + ": no"));
        assertThat(rig.events(IntentClosed.class).getLast().status()).isEqualTo(IntentClosed.Status.REFUSED);
        assertThat(chain.sent).hasSize(1);
        assertThat(rig.isHalted()).isFalse();
    }

    @Test
    void f27UsesANonceUpBeforeAnotherIntentGetsOneThoughItWasRefused() {
        refuseOnce(Reason.FEE_BELOW_BASE);
        rig.trade();
        assertThat(rig.trade()).isInstanceOf(IntentOutcome.Cancelled.class);
        assertThat(chain.sent.getLast().to()).isEqualTo(Orders.OWNER);
        assertThat(chain.sent.getLast().nonce()).isZero();
        assertThat(rig.trade()).isInstanceOf(IntentOutcome.Filled.class);
        assertThat(chain.sent.getLast().nonce()).isEqualTo(1);
    }

    @Test
    void f27EndsInOrderWhenThereAreNoCoinsToUseTheNonceUpEither() {
        refuseOnce(Reason.INSUFFICIENT_FUNDS);
        refuseOnce(Reason.INSUFFICIENT_FUNDS);
        rig.trade();
        assertThat(rig.trade()).isInstanceOf(IntentOutcome.Dropped.class);
        assertThat(rig.isHalted()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"NONCE_TOO_HIGH", "POOL_FULL", "NOT_READY"})
    void f27WaitsAndSendsAgainWhereTheNodeIsNotReady(Reason reason) {
        refuseOnce(reason);
        assertThat(rig.trade()).isInstanceOf(IntentOutcome.Filled.class);
        assertThat(chain.sent).hasSize(2);
        assertThat(rig.events(IntentSigned.class)).hasSize(1);
    }

    @Test
    void f27TakesATextThatNobodyKnowsForAnUnknownOutcome() {
        chain.answers.add(honest -> {
            chain.pool.clear();
            return new SendOutcome.Unknown("the moon is in the seventh house");
        });
        assertThat(rig.trade()).isInstanceOf(IntentOutcome.Filled.class);
        assertThat(chain.sent).hasSize(2);
    }

    @Test
    void f27FindsItsOwnTransactionBehindNonceTooLow() {
        chain.answers.add(honest -> {
            chain.mine();
            return new SendOutcome.Refused(Reason.NONCE_TOO_LOW, "nonce too low");
        });
        assertThat(rig.trade()).isInstanceOf(IntentOutcome.Filled.class);
        assertThat(chain.sent).hasSize(1);
    }

    @Test
    void f27RaisesWhatIsOutbidByAnotherTransactionAtItsNonce() {
        refuseOnce(Reason.REPLACEMENT_UNDERPRICED);
        assertThat(rig.trade()).isInstanceOf(IntentOutcome.Filled.class);
        assertThat(rig.events(IntentSigned.class)).hasSize(2);
    }

    @Test
    void f28SendsAgainAfterThePoolWasWiped() {
        chain.eachBlock.add(chain.pool::clear);
        chain.eachBlock.add(() -> {});
        assertThat(rig.trade()).isInstanceOf(IntentOutcome.Filled.class);
        assertThat(chain.sent).hasSize(2);
    }

    @Test
    void f31EndsWhenTheNonceIsUsedByAnotherTransaction() {
        chain.answers.add(honest -> {
            chain.useKeyElsewhere();
            return honest;
        });
        assertThat(rig.trade())
                .isInstanceOfSatisfying(
                        IntentOutcome.Dropped.class,
                        dropped -> assertThat(dropped.reason())
                                .contains("nonce 0 of " + Orders.OWNER)
                                .contains("used elsewhere"));
        assertThat(rig.events(IntentClosed.class).getLast().status()).isEqualTo(IntentClosed.Status.LOST);
        assertThat(rig.isHalted()).isTrue();
        assertThat(rig.risk.state().reason()).contains("used elsewhere");
    }

    @Test
    void f31WaitsAsManyHeadsAsItConfirmsBeforeItCallsANonceLost() {
        rig.confirmations = 3;
        chain.answers.add(honest -> {
            chain.useKeyElsewhere();
            return honest;
        });
        rig.trade();
        assertThat(chain.head().ref().number()).isEqualTo(104);
    }

    @Test
    void f31SignsNothingAfterTheKeyWasUsedElsewhere() {
        rig.trade();
        chain.useKeyElsewhere();
        rig.plan();
        assertThatThrownBy(() -> rig.engine()
                        .submit(
                                Rig.ID,
                                Rig.call(rig.log
                                        .state()
                                        .intent(Rig.ID)
                                        .orElseThrow()
                                        .planned()),
                                chain.head(),
                                rig.judge))
                .isInstanceOf(ExternalNonceException.class)
                .hasMessageContaining("used elsewhere");
        assertThat(rig.events(IntentSigned.class)).hasSize(1);
    }

    @Test
    void keepsWaitingWhileNodesAreSilent() {
        chain.eachBlock.add(() -> chain.silent = 3);
        assertThat(rig.trade()).isInstanceOf(IntentOutcome.Filled.class);
        assertThat(rig.events(IntentMined.class)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = ChainException.Kind.class,
            names = {"UNAVAILABLE", "DISAGREEMENT", "UNKNOWN_BLOCK"})
    void takesTheseForSilence(ChainException.Kind kind) {
        assertThat(Sightings.silence(new ChainException(kind, "no"))).isInstanceOf(Sight.Silence.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = ChainException.Kind.class,
            names = {"MALFORMED", "REFUSED", "REVERTED"})
    void takesTheseForMore(ChainException.Kind kind) {
        ChainException answer = new ChainException(kind, "no");
        assertThatThrownBy(() -> Sightings.silence(answer)).isSameAs(answer);
    }

    @Test
    void f40BooksARevertAsFailedWithItsGas() {
        chain.succeeds = tx -> false;
        assertThat(rig.trade()).isInstanceOf(IntentOutcome.Reverted.class);
        assertThat(rig.events(IntentMined.class)).singleElement().satisfies(mined -> {
            assertThat(mined.succeeded()).isFalse();
            assertThat(mined.gasUsed()).isEqualTo(21_000);
            assertThat(mined.amountIn().isZero()).isTrue();
        });
        assertThat(rig.events(IntentClosed.class).getLast().status()).isEqualTo(IntentClosed.Status.REVERTED);
    }

    @Test
    void givesUpWithoutCallingItAFailureAndHalts() {
        chain.headless = 100;
        chain.includes = tx -> false;
        assertThat(rig.trade())
                .isInstanceOfSatisfying(
                        IntentOutcome.Unresolved.class,
                        end -> assertThat(end.reason()).contains("with nonce 0").contains("not mined after 6 heads"));
        assertThat(rig.isHalted()).isTrue();
        assertThat(rig.log.state().intent(Rig.ID)).isPresent();
    }

    @Test
    void f60SignsNothingWhenStopped() {
        rig.stopped = () -> Optional.of("a person said so");
        assertThat(rig.trade())
                .isInstanceOfSatisfying(
                        IntentOutcome.Dropped.class,
                        dropped -> assertThat(dropped.reason()).isEqualTo("stopped: a person said so"));
        assertThat(rig.events(IntentSigned.class)).isEmpty();
        assertThat(chain.sent).isEmpty();
    }

    @Test
    void f60SendsOnlyACancellationWhenStoppedBetweenSignatureAndSend() {
        rig.stopped = () -> rig.events(IntentSigned.class).isEmpty() ? Optional.empty() : Optional.of("stop");
        assertThat(rig.trade()).isInstanceOf(IntentOutcome.Cancelled.class);
        assertThat(chain.sent).hasSize(1);
        assertThat(chain.sent.getFirst().to()).isEqualTo(Orders.OWNER);
        assertThat(chain.sent.getFirst().data().size()).isZero();
        assertThat(chain.sent.getFirst().value().value()).isZero();
        assertThat(rig.events(IntentClosed.class).getLast().status()).isEqualTo(IntentClosed.Status.CANCELLED);
        assertThat(rig.events(IntentMined.class).getLast().amountIn().isZero()).isTrue();
    }

    @Test
    void f60CancelsWhatIsInFlightWhenStopped() {
        boolean[] stop = {false};
        rig.stopped = () -> stop[0] ? Optional.of("stop") : Optional.empty();
        chain.includes = tx -> tx.data().size() == 0;
        chain.eachBlock.add(() -> {});
        chain.eachBlock.add(() -> stop[0] = true);
        assertThat(rig.trade()).isInstanceOf(IntentOutcome.Cancelled.class);
        assertThat(chain.sent).hasSize(2);
        assertThat(chain.head().ref().number()).isEqualTo(103);
    }

    @Test
    void f60LetsARevokePassAndBeRaisedWhenStopped() {
        rig.stopped = () -> Optional.of("stop");
        chain.includes = tx -> tx.maxFee().compareTo(Rig.OFFER.max()) > 0;
        TransactionPlans revoke = TransactionPlans.revoke(
                "d000001",
                SpendingRight.ofToken(Orders.USDC, Orders.ROUTER),
                Orders.OWNER,
                chain.head(),
                new GasOffer(Rig.OFFER.max(), L1Charge.NONE));
        rig.log.append(revoke.planned());
        TransactionEngine.Call call = new TransactionEngine.Call(
                revoke.planned().target(),
                Wei.ZERO,
                revoke.planned().data(),
                100_000,
                Rig.OFFER.max(),
                Rig.OFFER.tip(),
                revoke.planned().deadline(),
                true);
        Submission end = rig.engine().submit(revoke.planned().intentId(), call, chain.head(), rig.judge);
        assertThat(end).isInstanceOf(Submission.Mined.class);
        assertThat(chain.sent.getLast().to()).isEqualTo(Orders.USDC.address());
        assertThat(rig.events(IntentSigned.class)).hasSize(2).noneMatch(IntentSigned::cancels);
    }

    /** The node says no and means it. */
    private void refuseOnce(Reason reason) {
        chain.answers.add(honest -> {
            chain.pool.clear();
            return new SendOutcome.Refused(reason, "no");
        });
    }
}
