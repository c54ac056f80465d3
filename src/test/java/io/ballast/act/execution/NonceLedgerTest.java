package io.ballast.act.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.act.journal.IntentUnmined;
import io.ballast.act.journal.RiskChanged;
import io.ballast.act.risk.RiskState;
import io.ballast.sense.chain.ChainException;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class NonceLedgerTest {
    private final Rig rig = new Rig();
    private final PoolModel chain = rig.chain;

    @Test
    void takesTheChainsCountBeforeTheFirstTransaction() {
        chain.startAtNonce(17);
        assertThat(rig.nonces().next()).isEqualTo(17);
    }

    @Test
    void countsOnAfterItsOwnTransaction() {
        chain.startAtNonce(4);
        rig.trade();
        assertThat(rig.nonces().next()).isEqualTo(5);
    }

    @Test
    void refusesANodeThatLagsBehindItsOwnTransaction() {
        rig.trade();
        chain.rollBack(1);
        assertThatThrownBy(rig.nonces()::next)
                .isInstanceOfSatisfying(
                        ChainException.class, e -> assertThat(e.kind()).isEqualTo(ChainException.Kind.UNAVAILABLE))
                .hasMessage("the node counts 0 transactions of ours, 1 are mined");
    }

    @Test
    void noticesThatTheKeyIsUsedElsewhere() {
        rig.trade();
        chain.useKeyElsewhere();
        assertThatThrownBy(rig.nonces()::next)
                .isInstanceOf(ExternalNonceException.class)
                .hasMessageStartingWith("the chain counts 2 transactions of ");
    }

    @Test
    void f31LetsWhatTakesBackFollowAStrangersTransactionThatIsSeen() {
        rig.trade();
        chain.useKeyElsewhere();
        assertThat(rig.nonces().nextToTakeBack()).isEqualTo(2);
    }

    @Test
    void f31LetsNothingFollowACountThatNoBlockBears() {
        rig.trade();
        assertThat(rig.nonces().nextToTakeBack()).isEqualTo(1);
        chain.startAtNonce(3);
        assertThatThrownBy(rig.nonces()::nextToTakeBack).isInstanceOf(ExternalNonceException.class);
    }

    @Test
    void f31TakesTheChainsCountAgainWhenAPersonLetsTradingGoOn() {
        rig.trade();
        assertThat(last()).hasValue(0);
        rig.risk.halt("the key was used elsewhere");
        assertThat(last()).hasValue(0);
        rig.log.append(new RiskChanged(RiskState.INITIAL, "a person"));
        assertThat(last()).isEmpty();
        chain.useKeyElsewhere();
        assertThat(rig.nonces().next()).isEqualTo(2);
    }

    @Test
    void countsANonceThatWasLostAsUsed() {
        chain.startAtNonce(5);
        chain.answers.add(honest -> {
            chain.useKeyElsewhere();
            return honest;
        });
        rig.trade();
        assertThat(last()).hasValue(5);
    }

    @Test
    void forgetsANonceWhoseBlockWasTakenBack() {
        rig.confirmations = 3;
        chain.startAtNonce(4);
        chain.eachBlock.add(() -> {});
        chain.eachBlock.add(() -> {
            assertThat(last()).hasValue(4);
            chain.reorganise(1);
            chain.includes = tx -> false;
        });
        chain.eachBlock.add(() -> assertThat(last()).hasValue(3));
        rig.trade();
        assertThat(rig.events(IntentUnmined.class)).hasSize(1);
    }

    @Test
    void seesAGapOnlyBelowANonce() {
        chain.startAtNonce(4);
        assertThat(rig.nonces().hasGapBelow(4)).isFalse();
        assertThat(rig.nonces().hasGapBelow(5)).isTrue();
    }

    @Test
    void knowsNoneFromAnEmptyJournal() {
        assertThat(last()).isEmpty();
    }

    private OptionalLong last() {
        return rig.log.state().lastNonce();
    }
}
