package io.ballast.act.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.base.units.Address;
import io.ballast.base.units.Hash32;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.ChainException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a node's silence means: never that something did not happen. */
class SightingsTest {
    private static final Hash32 HASH = new Hash32("0x" + "31".repeat(32));
    private final Rig rig = new Rig();
    private Kind told = Kind.UNAVAILABLE;
    private boolean silent;
    private final FakeChain chain = new FakeChain() {
        @Override
        public long minedNonce(Address account) {
            if (silent) {
                throw new ChainException(told, "no answer");
            }
            return super.minedNonce(account);
        }
    };
    private final Sightings sightings = new Sightings(chain, rig.settlement(), 1);

    @Test
    void aNonceBelowTheCountOfMinedOnesIsTaken() {
        chain.minedNonce = 5;
        assertThat(sightings.isTaken(4, Orders.OWNER)).isTrue();
        assertThat(sightings.isTaken(5, Orders.OWNER)).isFalse();
    }

    @Test
    void withoutAnAnswerItIsNotTaken() {
        chain.minedNonce = 5;
        silent = true;
        assertThat(sightings.isTaken(4, Orders.OWNER)).isFalse();
    }

    @Test
    void aTransactionInABlockOrWaitingMayBeKnown() {
        assertThat(sightings.mayBeKnown(HASH)).isFalse();
        chain.knowsAll = true;
        assertThat(sightings.mayBeKnown(HASH)).isTrue();
        chain.knowsAll = false;
        chain.mine(HASH, true);
        chain.height++;
        assertThat(sightings.mayBeKnown(HASH)).isTrue();
    }

    @Test
    void withoutAnAnswerItMayBeKnown() {
        chain.silentReceipts = 1;
        assertThat(sightings.mayBeKnown(HASH)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"UNAVAILABLE", "DISAGREEMENT", "UNKNOWN_BLOCK"})
    void aNodeMayBeSilent(Kind kind) {
        assertThat(Sightings.silence(new ChainException(kind, "no answer"))).isEqualTo(new Sight.Silence());
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"UNAVAILABLE", "DISAGREEMENT", "UNKNOWN_BLOCK"},
            mode = EnumSource.Mode.EXCLUDE)
    void butNotTalkNonsense(Kind kind) {
        told = kind;
        silent = true;
        assertThatThrownBy(() -> sightings.isTaken(4, Orders.OWNER)).isInstanceOf(ChainException.class);
    }
}
