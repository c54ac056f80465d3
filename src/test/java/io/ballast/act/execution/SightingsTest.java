package io.ballast.act.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.act.journal.OpenIntent;
import io.ballast.base.units.Address;
import io.ballast.base.units.Hash32;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.ChainException.Kind;
import io.ballast.sense.chain.NonceUse;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a node's silence means: never that something did not happen. */
class SightingsTest {
    private static final Hash32 HASH = new Hash32("0x" + "31".repeat(32));
    private final Rig rig = new Rig();
    private Kind told = Kind.UNAVAILABLE;
    private boolean silent;
    private Optional<NonceUse> use = Optional.empty();
    private final FakeChain chain = new FakeChain() {
        @Override
        public long minedNonce(Address account) {
            if (silent) {
                throw new ChainException(told, "no answer");
            }
            return super.minedNonce(account);
        }

        @Override
        public Optional<NonceUse> usedBy(Address account, long nonce) {
            minedNonce(account);
            return use;
        }
    };
    private final Sightings sightings = new Sightings(chain, rig.settlement(), rig.finality, 3);

    @Test
    void withoutAnAnswerTheCountIsNotKnown() {
        chain.minedNonce = 5;
        assertThat(sightings.count(Orders.OWNER)).hasValue(5);
        silent = true;
        assertThat(sightings.count(Orders.OWNER)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"101, 102, false", "101, 103, true", "101, 104, true"})
    void aStrangerIsOneThatIsDeepEnough(long block, long head, boolean seen) {
        use = Optional.of(new NonceUse(HASH, block));
        assertThat(sightings.stranger(open(), Orders.OWNER, FakeChain.block(head)))
                .isEqualTo(seen ? use : Optional.empty());
    }

    @Test
    void ourOwnAttemptIsNoStrangerAndSilenceShowsNone() {
        OpenIntent open = open();
        use = Optional.of(new NonceUse(open.attempts().getFirst().txHash(), 101));
        assertThat(sightings.stranger(open, Orders.OWNER, FakeChain.block(110))).isEmpty();
        use = Optional.of(new NonceUse(HASH, 101));
        silent = true;
        assertThat(sightings.stranger(open, Orders.OWNER, FakeChain.block(110))).isEmpty();
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
        assertThatThrownBy(() -> sightings.count(Orders.OWNER)).isInstanceOf(ChainException.class);
    }

    private OpenIntent open() {
        new Signatory(31_337, rig.chain, rig.log).first(Rig.ID, 0, Rig.call(rig.plan()));
        return rig.log.state().intent(Rig.ID).orElseThrow();
    }
}
