package io.ballast.act.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.act.journal.IntentPlanned;
import io.ballast.act.journal.IntentSigned;
import io.ballast.base.units.Bytes;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.chain.SendOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Swaps that only producers of blocks see, and when everybody does. */
class RelayTest {
    private final Rig rig = new Rig();
    private final PoolModel chain = rig.chain;
    private final List<Bytes> hidden = new ArrayList<>();

    @BeforeEach
    void useARelayForThreeBlocks() {
        rig.fees = new FeeRules(false, Rig.gwei("100"), 3, 4, 5);
        rig.relay = Optional.of(new Outbox.PrivateRelay(this::hide, 3));
    }

    @Test
    void showsASwapToTheRelayAlone() {
        rig.relay = Optional.of(new Outbox.PrivateRelay(
                raw -> {
                    hidden.add(raw);
                    chain.accept(chain.signed(raw));
                    return new SendOutcome.Accepted(chain.signed(raw).hash());
                },
                3));
        assertThat(rig.trade()).isInstanceOf(IntentOutcome.Filled.class);
        assertThat(hidden).hasSize(1);
        assertThat(chain.sent).isEmpty();
        assertThat(rig.accepted).isEqualTo(1);
    }

    @Test
    void showsTheSameBytesToEverybodyOnlyWhenTheRelayGaveThemUp() {
        chain.eachBlock.addAll(List.of(
                () -> {},
                () -> {},
                () -> assertThat(chain.sent).isEmpty(),
                () -> assertThat(chain.sent).isEmpty()));
        assertThat(rig.trade()).isInstanceOf(IntentOutcome.Filled.class);
        assertThat(hidden).hasSize(2);
        assertThat(hidden.stream().distinct()).hasSize(1);
        assertThat(chain.sent).hasSize(1);
        assertThat(rig.events(IntentSigned.class))
                .singleElement()
                .satisfies(signed -> assertThat(signed.raw()).isEqualTo(hidden.getFirst()));
        assertThat(chain.head().ref().number()).isEqualTo(105);
    }

    @Test
    void cancelsInPublic() {
        chain.includes = tx -> tx.data().size() == 0;
        rig.relay = Optional.of(new Outbox.PrivateRelay(this::hide, 100));
        assertThat(rig.trade()).isInstanceOf(IntentOutcome.Cancelled.class);
        assertThat(chain.sent).hasSize(1);
        assertThat(chain.sent.getFirst().to()).isEqualTo(Orders.OWNER);
    }

    @Test
    void refusesARelayForNoBlock() {
        assertThatThrownBy(() -> new Outbox.PrivateRelay(this::hide, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"1, 100, true", "1, 101, false", "3, 102, true", "3, 103, false"})
    void hidesForSoManyBlocksFromThePinnedOne(int publicAfter, long height, boolean stays) {
        IntentPlanned planned = rig.plan();
        new Signatory(31_337, chain, rig.log).first(Rig.ID, 0, Rig.call(planned));
        Outbox outbox = new Outbox(
                chain, Optional.of(new Outbox.PrivateRelay(this::hide, publicAfter)), rig.log, () -> rig.accepted++);
        outbox.send(
                planned,
                rig.events(IntentSigned.class).getFirst(),
                new BlockHeader(FakeChain.block(height), PoolModel.GWEI, 15_000_000, 30_000_000));
        assertThat(hidden).hasSize(stays ? 1 : 0);
        assertThat(chain.sent).hasSize(stays ? 0 : 1);
        assertThat(rig.accepted).isEqualTo(1);
    }

    private SendOutcome hide(Bytes raw) {
        hidden.add(raw);
        return new SendOutcome.Accepted(chain.signed(raw).hash());
    }
}
