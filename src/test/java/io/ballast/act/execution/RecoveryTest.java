package io.ballast.act.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.act.journal.IntentClosed;
import io.ballast.act.journal.IntentMined;
import io.ballast.act.journal.IntentPlanned;
import io.ballast.act.journal.IntentSigned;
import io.ballast.act.journal.IntentUnmined;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The process dies at each point, and another one takes up its journal: F01 to F06. */
class RecoveryTest {
    private final Rig rig = new Rig();
    private final PoolModel chain = rig.chain;

    @Test
    void f01HasNothingToDoWhenNothingWasPlanned() {
        rig.restart();
        rig.recovery().closeOpenIntents();
        assertThat(chain.sent).isEmpty();
        assertThat(rig.events(IntentClosed.class)).isEmpty();
    }

    @Test
    void f02DropsWhatWasPlannedAndNotSigned() {
        rig.plan();
        recover();
        assertThat(chain.sent).isEmpty();
        assertThat(closed().status()).isEqualTo(IntentClosed.Status.DROPPED);
    }

    @Test
    void f03SendsTheBytesThatWereSignedAndNoOthers() {
        IntentSigned signed = dieBeforeTheSend();
        recover();
        assertThat(closed().status()).isEqualTo(IntentClosed.Status.FILLED);
        assertThat(rig.events(IntentSigned.class)).containsExactly(signed);
        assertThat(chain.sent).hasSize(1);
        assertThat(rig.events(IntentMined.class).getLast().txHash()).isEqualTo(signed.txHash());
    }

    @Test
    void f04FindsByItsHashWhatWasSentWithoutAnAnswer() {
        dieAfterTheSend();
        recover();
        assertThat(closed().status()).isEqualTo(IntentClosed.Status.FILLED);
        assertThat(rig.events(IntentMined.class)).hasSize(1);
        assertThat(chain.minedNonce(Orders.OWNER)).isEqualTo(1);
    }

    @Test
    void f05BooksAFillOnceThatWasMinedMeanwhile() {
        dieAfterTheSend();
        chain.mine();
        int before = chain.sent.size();
        recover();
        assertThat(closed().status()).isEqualTo(IntentClosed.Status.FILLED);
        assertThat(rig.events(IntentMined.class)).hasSize(1);
        assertThat(chain.sent).hasSize(before);
    }

    @Test
    void f06GoesOnWaitingForTheDepthOfWhatIsBooked() {
        rig.confirmations = 3;
        chain.eachBlock.add(() -> {});
        chain.eachBlock.add(() -> Rig.die(true));
        assertThatThrownBy(rig::trade).isInstanceOf(Rig.Killed.class);
        assertThat(rig.events(IntentMined.class)).hasSize(1);
        recover();
        assertThat(closed().status()).isEqualTo(IntentClosed.Status.FILLED);
        assertThat(rig.events(IntentMined.class)).hasSize(1);
        assertThat(chain.sent).hasSize(1);
    }

    @Test
    void f06TakesBackWhatAReorganisationUndidMeanwhile() {
        rig.confirmations = 3;
        chain.eachBlock.add(() -> {});
        chain.eachBlock.add(() -> Rig.die(true));
        assertThatThrownBy(rig::trade).isInstanceOf(Rig.Killed.class);
        chain.reorganise(1);
        recover();
        assertThat(closed().status()).isEqualTo(IntentClosed.Status.FILLED);
        assertThat(rig.events(IntentUnmined.class)).hasSize(1);
        assertThat(chain.sent.stream().distinct()).hasSize(1);
    }

    @Test
    void cancelsWhatIsLateInsteadOfSendingIt() {
        dieBeforeTheSend();
        for (int i = 0; i < 6; i++) {
            chain.mine();
        }
        recover();
        assertThat(closed().status()).isEqualTo(IntentClosed.Status.CANCELLED);
        assertThat(chain.sent).hasSize(1);
        assertThat(chain.sent.getFirst().to()).isEqualTo(Orders.OWNER);
    }

    @Test
    void sendsWhatIsNotLateYet() {
        dieBeforeTheSend();
        for (int i = 0; i < 5; i++) {
            chain.mine();
        }
        recover();
        assertThat(chain.sent.getFirst().to()).isEqualTo(Orders.ROUTER);
    }

    @Test
    void cancelsWhatIsOpenWhenTradingIsHalted() {
        dieBeforeTheSend();
        rig.stopped = () -> Optional.of("halted");
        recover();
        assertThat(closed().status()).isEqualTo(IntentClosed.Status.CANCELLED);
        assertThat(chain.sent).hasSize(1);
    }

    @Test
    void neverRaisesWhatAnEarlierProcessQuoted() {
        dieAfterTheSend();
        chain.includes = tx -> tx.data().size() == 0;
        recover();
        assertThat(closed().status()).isEqualTo(IntentClosed.Status.CANCELLED);
        assertThat(rig.events(IntentSigned.class))
                .filteredOn(signed -> !signed.cancels())
                .hasSize(1);
    }

    @Test
    void doesNotCallARefusalCertainForBytesThatWereAboutBefore() {
        dieAfterTheSend();
        chain.pool.clear();
        chain.answers.add(honest -> {
            chain.pool.clear();
            return new io.ballast.sense.chain.SendOutcome.Refused(
                    io.ballast.sense.chain.SendOutcome.Reason.INSUFFICIENT_FUNDS, "no");
        });
        recover();
        assertThat(closed().status()).isEqualTo(IntentClosed.Status.FILLED);
    }

    @Test
    void f32FillsAGapBeforeWhatWaitsBehindIt() {
        IntentPlanned planned = rig.plan();
        new Signatory(31_337, chain, rig.log).first(Rig.ID, 2, Rig.call(planned));
        rig.restart();
        GapFiller filler = new GapFiller(chain);
        rig.recovery().fillGaps(filler);
        assertThat(filler.revokes).hasSize(2).doesNotHaveDuplicates();
        assertThat(chain.minedNonce(Orders.OWNER)).isEqualTo(2);
        rig.recovery().closeOpenIntents();
        assertThat(closed().status()).isEqualTo(IntentClosed.Status.FILLED);
        assertThat(rig.isHalted()).isFalse();
    }

    @Test
    void f32TakesACancellationForAFilledGap() {
        IntentPlanned planned = rig.plan();
        new Signatory(31_337, chain, rig.log).first(Rig.ID, 1, Rig.call(planned));
        GapFiller filler = new GapFiller(chain);
        filler.cancels = true;
        rig.recovery().fillGaps(filler);
        assertThat(filler.revokes).hasSize(1);
        assertThat(rig.isHalted()).isFalse();
    }

    @Test
    void f32HaltsWhenTheGapCannotBeFilled() {
        IntentPlanned planned = rig.plan();
        new Signatory(31_337, chain, rig.log).first(Rig.ID, 2, Rig.call(planned));
        GapFiller filler = new GapFiller(chain);
        filler.works = false;
        rig.recovery().fillGaps(filler);
        assertThat(filler.revokes).hasSize(1);
        assertThat(rig.isHalted()).isTrue();
        assertThat(rig.risk.state().reason()).contains("gap below nonce 2");
    }

    @Test
    void f32SeesNoGapWhereThereIsNone() {
        dieBeforeTheSend();
        GapFiller filler = new GapFiller(chain);
        rig.recovery().fillGaps(filler);
        assertThat(filler.revokes).isEmpty();
    }

    private IntentSigned dieBeforeTheSend() {
        IntentPlanned planned = rig.plan();
        new Signatory(31_337, chain, rig.log).first(Rig.ID, 0, Rig.call(planned));
        return rig.events(IntentSigned.class).getFirst();
    }

    private void dieAfterTheSend() {
        chain.answers.add(honest -> {
            Rig.die(true);
            return honest;
        });
        assertThatThrownBy(rig::trade).isInstanceOf(Rig.Killed.class);
        assertThat(chain.pool).hasSize(1);
    }

    private void recover() {
        rig.restart();
        rig.recovery().closeOpenIntents();
        assertThat(rig.log.state().open()).isEmpty();
    }

    private IntentClosed closed() {
        List<IntentClosed> ends = rig.events(IntentClosed.class);
        assertThat(ends).hasSize(1);
        return ends.getFirst();
    }
}
