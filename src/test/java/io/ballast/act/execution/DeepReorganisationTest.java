package io.ballast.act.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.act.journal.IntentClosed;
import io.ballast.act.journal.IntentClosed.Status;
import io.ballast.act.journal.IntentMined;
import io.ballast.act.journal.IntentSigned;
import io.ballast.act.journal.IntentUnmined;
import io.ballast.act.wallet.UnsignedTransaction;
import io.ballast.base.units.Wei;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.dex.web3j.SpendingRight;
import io.ballast.sense.market.L1Charge;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** F35: what becomes of nonces and bytes when a reorganisation takes back what was closed. */
class DeepReorganisationTest {
    private final Rig rig = new Rig();
    private final PoolModel chain = rig.chain;

    @BeforeEach
    void haltStops() {
        rig.confirmations = 2;
        rig.stopped = () -> rig.isHalted() ? Optional.of("halted") : Optional.empty();
    }

    @Test
    void opensTheIntentAgainWithItsNonceAndTakesItOutOfTheBooks() {
        tradeAndTakeBack();
        assertThat(rig.isHalted()).isTrue();
        assertThat(rig.log.state().intent(Rig.ID)).hasValueSatisfying(open -> {
            assertThat(open.nonce()).hasValue(0);
            assertThat(open.mined()).isEmpty();
        });
        assertThat(rig.log.state().settled()).isEmpty();
        assertThat(rig.log.state().books().orElseThrow().balances())
                .anySatisfy(balance -> assertThat(balance.whole()).isEqualByComparingTo("5000"));
        assertThat(rig.log.state().books().orElseThrow().coins()).isEqualTo(coinsAtFirst());
    }

    @Test
    void usesTheNonceUpByACancellationAndNeverByAnotherIntent() {
        tradeAndTakeBack();
        rig.recovery().closeOpenIntents();
        assertThat(ends().getLast().status()).isEqualTo(Status.CANCELLED);
        assertThat(rig.events(IntentSigned.class))
                .extracting(IntentSigned::nonce)
                .containsExactly(0L, 0L);
        UnsignedTransaction last = chain.sent.getLast();
        assertThat(last.to()).isEqualTo(Orders.OWNER);
        assertThat(last.maxFee().compareTo(Rig.OFFER.max())).isPositive();
        assertThat(rig.nonces().next()).isEqualTo(1);
    }

    @Test
    void letsARevokePassAfterwardsUnderTheNextNonce() {
        tradeAndTakeBack();
        assertThat(revoke())
                .isInstanceOfSatisfying(
                        Submission.NotSent.class,
                        not -> assertThat(not.reason()).contains(Rig.ID).contains("nonce 0 is not settled"));
        rig.recovery().closeOpenIntents();
        assertThat(revoke()).isInstanceOf(Submission.Mined.class);
        assertThat(chain.sent.getLast().nonce()).isEqualTo(1);
        assertThat(chain.sent.getLast().to()).isEqualTo(Orders.USDC.address());
        assertThat(chain.minedNonce(Orders.OWNER)).isEqualTo(2);
    }

    @Test
    void findsItMinedOnceMoreAndBooksItOnce() {
        rig.trade();
        mine(3);
        var held = chain.sign(chain.sent.getFirst());
        chain.reorganise(5);
        chain.accept(held);
        mine(2);
        rig.finality.look(chain.head());
        rig.recovery().closeOpenIntents();
        assertThat(ends()).extracting(IntentClosed::status).containsExactly(Status.FILLED, Status.FILLED);
        assertThat(rig.events(IntentSigned.class)).hasSize(1);
        assertThat(chain.sent).hasSize(1);
        assertThat(rig.events(IntentMined.class))
                .hasSize(2)
                .extracting(IntentMined::blockNumber)
                .containsExactly(101L, 106L);
        assertThat(rig.log.state().books().orElseThrow().balances())
                .anySatisfy(balance -> assertThat(balance.whole()).isEqualByComparingTo("4000"));
    }

    @Test
    void endsSeveralInTheOrderOfTheirNonces() {
        rig.trade();
        assertThat(revoke()).isInstanceOf(Submission.Mined.class);
        rig.settlement().settle(rig.log.state().open().getFirst().planned(), lastMined());
        mine(2);
        chain.reorganise(6);
        rig.finality.look(chain.head());
        assertThat(rig.events(IntentUnmined.class))
                .extracting(IntentUnmined::intentId)
                .element(1)
                .isEqualTo(Rig.ID);
        rig.recovery().closeOpenIntents();
        assertThat(rig.log.state().open()).isEmpty();
        assertThat(chain.minedNonce(Orders.OWNER)).isEqualTo(2);
        assertThat(ends())
                .extracting(IntentClosed::status)
                .containsExactly(Status.FILLED, Status.FILLED, Status.CANCELLED, Status.FILLED);
    }

    @Test
    void opensOnlyWhatIsGone() {
        rig.trade();
        mine(2);
        assertThat(revoke()).isInstanceOf(Submission.Mined.class);
        rig.settlement().settle(rig.log.state().open().getFirst().planned(), lastMined());
        chain.reorganise(2);
        rig.finality.look(chain.head());
        assertThat(rig.events(IntentUnmined.class)).hasSize(1);
        assertThat(rig.log.state().intent(Rig.ID)).isEmpty();
        assertThat(rig.log.state().lastNonce()).hasValue(0);
    }

    @Test
    void goesOnWhereTheProcessDiedBetweenHaltAndOpening() {
        rig.trade();
        mine(3);
        chain.reorganise(5);
        rig.risk.halt("a reorganisation deeper than the confirmations");
        rig.restart();
        rig.recovery().closeOpenIntents();
        assertThat(rig.events(IntentUnmined.class)).hasSize(1);
        assertThat(ends().getLast().status()).isEqualTo(Status.CANCELLED);
    }

    @Test
    void whatWaitsForANonceThatWasTakenBackEndsUntilThatOneIsSettled() {
        rig.trade();
        chain.includes = tx -> tx.nonce() == 0;
        chain.eachBlock.add(() -> chain.reorganise(2));
        Submission end = revoke();
        assertThat(end)
                .isInstanceOfSatisfying(
                        Submission.Unresolved.class,
                        unresolved -> assertThat(unresolved.reason()).contains("nonce 1 waits for " + Rig.ID));
        chain.includes = tx -> true;
        rig.recovery().closeOpenIntents();
        assertThat(rig.log.state().open()).isEmpty();
        assertThat(chain.minedNonce(Orders.OWNER)).isEqualTo(2);
    }

    @Test
    void aLostReceiptTakesNothingBack() {
        rig.confirmations = 3;
        chain.eachBlock.add(() -> {});
        chain.eachBlock.add(() -> chain.lostReceipts = 2);
        assertThat(rig.trade()).isInstanceOf(IntentOutcome.Filled.class);
        assertThat(rig.events(IntentUnmined.class)).isEmpty();
        assertThat(rig.events(IntentMined.class)).hasSize(1);
    }

    @Test
    void f21CallsTheKeyUsedElsewhereOnlyWhenAnotherTransactionIsSeen() {
        chain.eachBlock.add(() -> chain.lostReceipts = 5);
        assertThat(rig.trade()).isInstanceOf(IntentOutcome.Filled.class);
        assertThat(rig.isHalted()).isFalse();
    }

    @Test
    void aNodeThatCannotSayWhatUsedTheNonceLeavesItUnresolved() {
        chain.noUse = new ChainException(ChainException.Kind.REFUSED, "missing trie node");
        chain.answers.add(honest -> {
            chain.useKeyElsewhere();
            return honest;
        });
        assertThat(rig.trade()).isInstanceOf(IntentOutcome.Unresolved.class);
        assertThat(rig.isHalted()).isTrue();
    }

    private void tradeAndTakeBack() {
        rig.trade();
        mine(3);
        chain.reorganise(5);
        rig.finality.look(chain.head());
    }

    private Submission revoke() {
        TransactionPlans plans = TransactionPlans.revoke(
                "d000001",
                SpendingRight.ofToken(Orders.USDC, Orders.ROUTER),
                Orders.OWNER,
                chain.head(),
                new GasOffer(Rig.OFFER.max(), L1Charge.NONE));
        if (rig.log.state().intent(plans.planned().intentId()).isEmpty()) {
            rig.log.append(plans.planned());
        }
        TransactionEngine.Call call = new TransactionEngine.Call(
                plans.planned().target(),
                Wei.ZERO,
                plans.planned().data(),
                100_000,
                Rig.OFFER.max(),
                Rig.OFFER.tip(),
                plans.planned().deadline(),
                true);
        return rig.engine().submit(plans.planned().intentId(), call, chain.head(), rig.judge);
    }

    private Submission lastMined() {
        return new Submission.Mined(
                chain.receipt(rig.events(IntentSigned.class).getLast().txHash()).orElseThrow());
    }

    private List<IntentClosed> ends() {
        return rig.events(IntentClosed.class);
    }

    private static Wei coinsAtFirst() {
        return Wei.ofCoins(BigDecimal.TEN);
    }

    private void mine(int blocks) {
        for (int i = 0; i < blocks; i++) {
            chain.mine();
        }
    }
}
