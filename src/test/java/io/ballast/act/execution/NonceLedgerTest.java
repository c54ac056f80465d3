package io.ballast.act.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.act.journal.IntentUnmined;
import io.ballast.act.journal.RiskChanged;
import io.ballast.act.risk.RiskState;
import io.ballast.sense.chain.ChainException;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NonceLedgerTest {
    private final FakeChain chain = new FakeChain();

    @Test
    void takesTheChainsCountBeforeTheFirstTransaction() {
        chain.minedNonce = 17;
        assertThat(new NonceLedger(chain, Orders.OWNER, OptionalLong.empty()).next())
                .isEqualTo(17);
    }

    @Test
    void countsOnAfterItsOwnTransaction() {
        NonceLedger nonces = new NonceLedger(chain, Orders.OWNER, OptionalLong.of(4));
        chain.minedNonce = 5;
        assertThat(nonces.next()).isEqualTo(5);
        nonces.mined(5);
        chain.minedNonce = 6;
        assertThat(nonces.next()).isEqualTo(6);
    }

    @Test
    void refusesANodeThatLagsBehindItsOwnTransaction() {
        NonceLedger nonces = new NonceLedger(chain, Orders.OWNER, OptionalLong.of(4));
        chain.minedNonce = 4;
        assertThatThrownBy(nonces::next)
                .isInstanceOfSatisfying(
                        ChainException.class, e -> assertThat(e.kind()).isEqualTo(ChainException.Kind.UNAVAILABLE))
                .hasMessage("the node counts 4 transactions of ours, 5 are mined");
    }

    @Test
    void noticesThatTheKeyIsUsedElsewhere() {
        NonceLedger nonces = new NonceLedger(chain, Orders.OWNER, OptionalLong.of(4));
        chain.minedNonce = 6;
        assertThatThrownBy(nonces::next)
                .isInstanceOf(ExternalNonceException.class)
                .hasMessageStartingWith("the chain counts 6 transactions of ")
                .hasMessageEndingWith(", the journal 5: the key was used elsewhere");
    }

    @Test
    void f31TakesTheChainsCountAgainWhenAPersonLetsTradingGoOn() {
        Rig rig = new Rig();
        rig.trade();
        assertThat(last(rig)).hasValue(0);
        rig.risk.halt("the key was used elsewhere");
        assertThat(last(rig)).hasValue(0);
        rig.log.append(new RiskChanged(RiskState.INITIAL, "a person"));
        assertThat(last(rig)).isEmpty();
    }

    @Test
    void countsANonceThatWasLostAsUsed() {
        Rig rig = new Rig();
        rig.chain.startAtNonce(5);
        rig.chain.answers.add(honest -> {
            rig.chain.useKeyElsewhere();
            return honest;
        });
        rig.trade();
        assertThat(last(rig)).hasValue(5);
    }

    @Test
    void forgetsANonceWhoseBlockWasTakenBack() {
        Rig rig = new Rig();
        rig.confirmations = 3;
        rig.chain.eachBlock.add(() -> {});
        rig.chain.eachBlock.add(() -> {
            rig.chain.reorganise(1);
            rig.chain.includes = tx -> false;
        });
        rig.chain.eachBlock.add(() -> assertThat(last(rig)).isEmpty());
        rig.trade();
        assertThat(rig.events(IntentUnmined.class)).hasSize(1);
    }

    @Test
    void seesAGapOnlyBelowANonce() {
        chain.minedNonce = 4;
        NonceLedger nonces = new NonceLedger(chain, Orders.OWNER, OptionalLong.empty());
        assertThat(nonces.hasGapBelow(4)).isFalse();
        assertThat(nonces.hasGapBelow(5)).isTrue();
    }

    private static OptionalLong last(Rig rig) {
        return NonceLedger.lastMined(rig.journal.read(0));
    }

    @Test
    void knowsNoneFromAnEmptyJournal() {
        assertThat(NonceLedger.lastMined(Stream.empty())).isEmpty();
    }
}
