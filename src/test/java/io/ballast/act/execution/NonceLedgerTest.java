package io.ballast.act.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
                        ChainException.class, e -> assertThat(e.kind()).isEqualTo(ChainException.Kind.UNAVAILABLE));
    }

    @Test
    void noticesThatTheKeyIsUsedElsewhere() {
        NonceLedger nonces = new NonceLedger(chain, Orders.OWNER, OptionalLong.of(4));
        chain.minedNonce = 6;
        assertThatThrownBy(nonces::next).isInstanceOf(ExternalNonceException.class);
    }

    @Test
    void knowsNoneFromAnEmptyJournal() {
        assertThat(NonceLedger.lastMined(Stream.empty())).isEmpty();
    }
}
