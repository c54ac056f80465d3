package io.ballast.act.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.chain.ChainException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** F35: a reorganisation deeper than the confirmations. */
class FinalityWatchTest {
    private final Rig rig = new Rig();
    private final PoolModel chain = rig.chain;

    @BeforeEach
    void trade() {
        rig.confirmations = 2;
        rig.trade();
        mine(3);
    }

    @Test
    void f35HaltsByNameWhenTheBlockOfAClosedIntentIsGone() {
        chain.reorganise(5);
        rig.finality.look(chain.head());
        assertThat(rig.isHalted()).isTrue();
        assertThat(rig.risk.state().reason())
                .contains("deeper than the confirmations")
                .contains("block 101/")
                .contains(Rig.ID);
    }

    @Test
    void f35IsFoundAfterARestartToo() {
        rig.restart();
        chain.reorganise(5);
        rig.finality.look(chain.head());
        assertThat(rig.isHalted()).isTrue();
    }

    @Test
    void looksAtTheNewestOfTheJournalAfterARestart() {
        rig.restart();
        chain.reorganise(5);
        rig.finality.look(chain.head());
        assertThat(rig.risk.state().reason()).contains("block 101/").contains(Rig.ID);
    }

    @Test
    void haltsOnceForOneBlock() {
        chain.reorganise(5);
        rig.finality.look(chain.head());
        rig.risk.resume("a person");
        mine(1);
        rig.finality.look(chain.head());
        assertThat(rig.isHalted()).isFalse();
    }

    @Test
    void saysNothingWhileTheBlockStands() {
        chain.reorganise(4);
        rig.finality.look(chain.head());
        assertThat(rig.isHalted()).isFalse();
    }

    @Test
    void saysNothingOfABlockThatANodeDoesNotHaveYet() {
        chain.rollBack(5);
        rig.finality.look(chain.head());
        assertThat(rig.isHalted()).isFalse();
        mine(1);
        rig.finality.look(chain.head());
        assertThat(rig.isHalted()).isTrue();
    }

    @Test
    void looksOnceAtEachHead() {
        rig.finality.look(chain.head());
        BlockHeader seen = chain.head();
        chain.reorganise(5);
        rig.finality.look(seen);
        assertThat(rig.isHalted()).isFalse();
    }

    @Test
    void takesSilenceForNothing() {
        chain.noHeaders = new ChainException(ChainException.Kind.UNAVAILABLE, "no");
        chain.reorganise(5);
        rig.finality.look(chain.head());
        assertThat(rig.isHalted()).isFalse();
    }

    @Test
    void looksNoDeeperThanIsFinal() {
        mine(124);
        chain.reorganise(129);
        BlockHeader head = chain.head();
        assertThat(head.ref().number()).isEqualTo(229);
        mine(1);
        rig.finality.look(chain.head());
        assertThat(rig.isHalted()).isFalse();
        rig.finality.look(head);
        assertThat(rig.isHalted()).isTrue();
    }

    private void mine(int blocks) {
        for (int i = 0; i < blocks; i++) {
            chain.mine();
        }
    }
}
