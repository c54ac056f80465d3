package io.ballast.act.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.act.journal.IntentClosed;
import io.ballast.act.journal.IntentMined;
import io.ballast.act.journal.IntentPlanned;
import io.ballast.act.journal.IntentSigned;
import io.ballast.act.journal.IntentUnmined;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.Keccak256;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.market.L1Charge;
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
        bookAt(chain.head(), "d000002");
        rig.finality.look(chain.head());
        assertThat(rig.isHalted()).isTrue();
        assertThat(rig.risk.state().reason()).contains(Rig.ID);
        assertThat(rig.events(IntentUnmined.class))
                .extracting(IntentUnmined::intentId)
                .containsExactly(Rig.ID);
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

    /** A later intent is mined in this block and closed. */
    private void bookAt(BlockHeader header, String decisionId) {
        IntentPlanned planned = TransactionPlans.swap(
                        Orders.order(chain.head(), "0.3", decisionId),
                        Orders.OWNER,
                        new GasOffer(Rig.gwei("1"), L1Charge.NONE))
                .planned();
        IntentSigned signed = rig.events(IntentSigned.class).getFirst();
        IntentMined mined = rig.events(IntentMined.class).getFirst();
        Hash32 hash = Hash32.of(Keccak256.digest(signed.raw().toArray()));
        String id = planned.intentId();
        rig.log.append(planned);
        rig.log.append(new IntentSigned(
                id,
                signed.nonce() + 1,
                hash,
                signed.raw(),
                signed.gasLimit(),
                signed.maxFee(),
                signed.maxTip(),
                signed.deadline(),
                false));
        rig.log.append(new IntentMined(
                id,
                hash,
                header.ref().number(),
                header.ref().hash(),
                0,
                true,
                mined.gasUsed(),
                mined.gasPrice(),
                mined.l1Fee(),
                mined.amountIn(),
                mined.amountOut(),
                List.of()));
        rig.log.append(new IntentClosed(id, IntentClosed.Status.FILLED, "as quoted"));
    }

    private void mine(int blocks) {
        for (int i = 0; i < blocks; i++) {
            chain.mine();
        }
    }
}
