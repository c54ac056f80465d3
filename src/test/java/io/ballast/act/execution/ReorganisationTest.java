package io.ballast.act.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.act.journal.IntentMined;
import io.ballast.act.journal.IntentSigned;
import io.ballast.act.journal.IntentUnmined;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Blocks that are taken back: F33, F34, F36. */
class ReorganisationTest {
    private final Rig rig = new Rig();
    private final PoolModel chain = rig.chain;

    @BeforeEach
    void confirmThreeBlocks() {
        rig.confirmations = 3;
    }

    @Test
    void f33TakesTheFillOutOfTheBooksAndSendsTheSameBytesAgain() {
        chain.eachBlock.add(() -> {});
        chain.eachBlock.add(() -> chain.reorganise(1));
        chain.eachBlock.add(
                () -> assertThat(rig.log.state().books().orElseThrow().balances())
                        .anySatisfy(balance -> assertThat(balance.whole()).isEqualByComparingTo("5000")));
        assertThat(rig.trade()).isInstanceOf(IntentOutcome.Filled.class);
        assertThat(rig.events(IntentUnmined.class)).hasSize(1);
        assertThat(rig.events(IntentMined.class)).hasSize(2);
        assertThat(rig.events(IntentSigned.class)).hasSize(1);
        assertThat(chain.sent.stream().distinct()).hasSize(1);
        assertThat(rig.isHalted()).isFalse();
    }

    @Test
    void f33CancelsWhenTheDeadlinePassedWithTheBlock() {
        chain.includes = tx -> tx.data().size() == 0 || chain.head().ref().number() == 104;
        chain.eachBlock.addAll(List.of(() -> {}, () -> {}, () -> {}, () -> {}, () -> {}));
        chain.eachBlock.add(() -> {
            chain.reorganise(2);
            chain.includes = tx -> tx.data().size() == 0;
        });
        rig.fees = new FeeRules(false, Rig.gwei("100"), 3, 4, 5);
        assertThat(rig.trade()).isInstanceOf(IntentOutcome.Cancelled.class);
        assertThat(rig.events(IntentUnmined.class)).hasSize(1);
        assertThat(rig.events(IntentMined.class)).hasSize(2);
    }

    @Test
    void f34BooksAsFailedWhatTheOtherBlockReverted() {
        chain.eachBlock.add(() -> {});
        chain.eachBlock.add(() -> {
            var held = chain.sign(chain.sent.getFirst());
            chain.rollBack(1);
            chain.succeeds = tx -> false;
            chain.accept(held);
        });
        assertThat(rig.trade()).isInstanceOf(IntentOutcome.Reverted.class);
        assertThat(rig.events(IntentUnmined.class)).hasSize(1);
        assertThat(rig.events(IntentMined.class))
                .extracting(IntentMined::succeeded)
                .containsExactly(true, false);
        assertThat(rig.log.state().books().orElseThrow().balances())
                .anySatisfy(balance -> assertThat(balance.whole()).isEqualByComparingTo("5000"));
    }

    @Test
    void f36TakesAHeadThatFallsBackForAReorganisation() {
        chain.eachBlock.add(() -> {});
        chain.eachBlock.add(() -> chain.rollBack(1));
        assertThat(rig.trade()).isInstanceOf(IntentOutcome.Filled.class);
        assertThat(rig.events(IntentUnmined.class)).hasSize(1);
        assertThat(rig.events(IntentMined.class)).hasSize(2);
    }

    @Test
    void takesNothingBackWhileTheNodeIsSilent() {
        chain.eachBlock.add(() -> {});
        chain.eachBlock.add(() -> chain.silent = 1);
        assertThat(rig.trade()).isInstanceOf(IntentOutcome.Filled.class);
        assertThat(rig.events(IntentUnmined.class)).isEmpty();
        assertThat(rig.events(IntentMined.class)).hasSize(1);
    }
}
