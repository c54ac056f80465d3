package io.ballast.act.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.act.journal.IntentClosed;
import io.ballast.act.journal.IntentMined;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.chain.ChainException;
import java.util.List;
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
    void looksAgainAtTheSameHeadIfNobodyAnswered() {
        chain.reorganise(5);
        chain.noHeaders = new ChainException(ChainException.Kind.UNAVAILABLE, "no");
        rig.finality.look(chain.head());
        chain.noHeaders = null;
        rig.finality.look(chain.head());
        assertThat(rig.isHalted()).isTrue();
    }

    @Test
    void isNotTakenInByATradeThatWasMadeAfterTheReorganisation() {
        chain.reorganise(5);
        chain.mine();
        rig.finality.closed(minedAt(chain.head(), "later"));
        rig.finality.look(chain.head());
        assertThat(rig.isHalted()).isTrue();
        assertThat(rig.risk.state().reason()).contains(Rig.ID);
    }

    @Test
    void leavesAnOpenIntentWhoseBlockIsGoneToTheEngine() {
        FinalityWatch open = new FinalityWatch(
                chain, rig.risk, rig.journal.read(0).takeWhile(entry -> !(entry.event() instanceof IntentClosed)));
        chain.reorganise(5);
        open.look(chain.head());
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

    private IntentMined minedAt(BlockHeader header, String intentId) {
        IntentMined first = rig.events(IntentMined.class).getFirst();
        return new IntentMined(
                intentId,
                first.txHash(),
                header.ref().number(),
                header.ref().hash(),
                0,
                true,
                first.gasUsed(),
                first.gasPrice(),
                first.l1Fee(),
                first.amountIn(),
                first.amountOut(),
                List.of());
    }

    private void mine(int blocks) {
        for (int i = 0; i < blocks; i++) {
            chain.mine();
        }
    }
}
