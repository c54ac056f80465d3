package io.ballast.act.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.act.journal.Halted;
import io.ballast.act.journal.IntentClosed;
import io.ballast.act.journal.IntentClosed.Status;
import io.ballast.act.journal.IntentMined;
import io.ballast.act.journal.JournalEntry;
import io.ballast.act.journal.JournalEvent;
import io.ballast.act.journal.LedgerException;
import io.ballast.act.journal.RiskChanged;
import io.ballast.act.journal.SessionStarted;
import io.ballast.act.risk.RiskState;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Wei;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The way into the journal: nothing that may not follow gets in. */
class LogbookTest {
    private final Rig rig = new Rig();

    @Test
    void returnsTheEntryAndMovesTheState() {
        IntentClosed dropped = new IntentClosed(Rig.ID, Status.DROPPED, "late");
        rig.plan();
        assertThat(rig.log.append(dropped).event()).isEqualTo(dropped);
        assertThat(rig.log.state().intent(Rig.ID)).isEmpty();
        assertThat(new Logbook(rig.journal).state()).isEqualTo(rig.log.state());
    }

    @Test
    void whatIsNotedMovesTheStateAndIsWrittenBeforeWhatFollows() {
        RiskChanged noted = new RiskChanged(RiskState.INITIAL.halt("seen"), "block 1");
        long before = rig.journal.read(0).count();
        rig.log.note(noted);
        assertThat(rig.log.state().risk()).contains(noted.state());
        assertThat(rig.journal.read(0)).hasSize((int) before);
        Halted next = new Halted("seen");
        assertThat(rig.log.append(next).event()).isEqualTo(next);
        assertThat(rig.journal.read(0).skip(before).map(JournalEntry::event)).containsExactly(noted, next);
        assertThat(new Logbook(rig.journal).state()).isEqualTo(rig.log.state());
    }

    @Test
    void aFlushWritesWhatIsNotedOnce() {
        long before = rig.journal.read(0).count();
        rig.log.note(new RiskChanged(RiskState.INITIAL.halt("seen"), "block 1"));
        rig.log.flush();
        rig.log.flush();
        assertThat(rig.journal.read(0)).hasSize((int) before + 1);
    }

    @Test
    void notesNothingThatMayNotFollow() {
        assertThatThrownBy(() -> rig.log.note(mined())).isInstanceOf(LedgerException.class);
        rig.log.flush();
        assertThat(new Logbook(rig.journal).state()).isEqualTo(rig.log.state());
    }

    @Test
    void writesNothingThatMayNotFollow() {
        rig.plan();
        assertRefused(mined(), "is PLANNED, MINE may not follow");
        assertRefused(new IntentClosed(Rig.ID, Status.FILLED, ""), "is PLANNED, FILL may not follow");
        new Signatory(31_337, rig.chain, rig.log)
                .first(
                        Rig.ID,
                        0,
                        Rig.call(rig.log.state().intent(Rig.ID).orElseThrow().planned()));
        assertRefused(new IntentClosed(Rig.ID, Status.DROPPED, ""), "is SIGNED, DROP may not follow");
    }

    @Test
    void onPaperAFillFollowsThePlan() {
        session("paper");
        rig.plan();
        rig.log.append(mined());
        assertThat(rig.log.state().intent(Rig.ID).orElseThrow().mined()).isPresent();
    }

    @Test
    void liveItDoesNot() {
        session("live");
        rig.plan();
        assertRefused(mined(), "is PLANNED, MINE may not follow");
    }

    private void session(String mode) {
        rig.log.append(new SessionStarted(
                mode, 31_337, Orders.OWNER, "test", Hash32.ZERO, Map.of(), Optional.empty(), "", "", Hash32.ZERO));
    }

    private void assertRefused(JournalEvent event, String why) {
        long before = rig.journal.read(0).count();
        assertThatThrownBy(() -> rig.log.append(event))
                .isInstanceOf(LedgerException.class)
                .hasMessageContaining(why);
        assertThat(rig.journal.read(0)).hasSize((int) before);
    }

    private static IntentMined mined() {
        return new IntentMined(
                Rig.ID,
                new Hash32("0x" + "12".repeat(32)),
                101,
                FakeChain.block(101).hash(),
                0,
                true,
                21_000,
                Wei.of(1),
                Wei.ZERO,
                Orders.PAID,
                TokenAmount.zero(Orders.WETH),
                List.of());
    }
}
