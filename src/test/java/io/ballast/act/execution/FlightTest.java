package io.ballast.act.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.ballast.act.journal.IntentBroadcast;
import io.ballast.act.journal.IntentPlanned;
import io.ballast.base.units.Wei;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What one process remembers of an intent's way. */
class FlightTest {
    private static final Fees MORE = new Fees(Rig.gwei("4"), Rig.gwei("2"));

    private final Rig rig = new Rig();
    private final Signatory signatory = new Signatory(31_337, rig.chain, rig.log);
    private final Flight flight =
            new Flight(Rig.ID, rig.log, Wei.of(7), rig.chain.head(), fees -> Optional.of("no " + fees.max()));
    private IntentPlanned planned;

    @BeforeEach
    void sign() {
        planned = rig.plan();
        signatory.first(Rig.ID, 0, Rig.call(planned));
        rig.log.append(new IntentBroadcast(Rig.ID, flight.last().txHash(), "sent"));
    }

    @Test
    void knowsItsIntentAndWhoJudgesIt() {
        assertThat(flight.id()).isEqualTo(Rig.ID);
        assertThat(flight.value()).isEqualTo(Wei.of(7));
        assertThat(flight.planned()).isEqualTo(planned);
        assertThat(flight.objection(MORE)).contains("no " + MORE.max());
    }

    @Test
    void isDueUntilItIsSentAndAgainWithANewAttempt() {
        assertThat(look().due()).isTrue();
        flight.sent(Reaction.WAIT);
        assertThat(look().due()).isFalse();
        flight.begun(false);
        assertThat(look().due()).as("no new bytes").isFalse();
        flight.begun(true);
        assertThat(look().due()).isTrue();
        flight.begun(false);
        assertThat(look().due()).as("not sent yet").isTrue();
    }

    @Test
    void staysOutbidUntilThereIsANewAttempt() {
        assertThat(look().outbid()).isFalse();
        flight.sent(Reaction.OUTBID);
        assertThat(look().outbid()).isTrue();
        flight.begun(false);
        assertThat(look().outbid()).isTrue();
        flight.begun(true);
        assertThat(look().outbid()).isFalse();
        flight.begun(true);
        assertThat(look().outbid()).isFalse();
    }

    @Test
    void countsHeadsSinceItsLatestAttempt() {
        flight.waited(Optional.empty());
        flight.waited(Optional.empty());
        assertThat(look().since()).isEqualTo(2);
        flight.begun(false);
        assertThat(look().since()).isZero();
    }

    @Test
    void countsWaitsPastItsTimeAndThoseWithoutAHead() {
        rig.chain.mine();
        flight.waited(Optional.of(rig.chain.head()));
        assertThat(look().overdue()).as("in time").isZero();
        assertThat(flight.head()).isEqualTo(rig.chain.head());
        flight.waited(Optional.empty());
        assertThat(look().overdue()).as("silence").isEqualTo(1);
        assertThat(flight.head()).as("what was known stays").isEqualTo(rig.chain.head());
        for (int block = 0; block < 5; block++) {
            rig.chain.mine();
        }
        flight.waited(Optional.of(rig.chain.head()));
        assertThat(look().overdue()).as("after the deadline").isEqualTo(2);
    }

    @Test
    void countsReplacementsButNoCancellations() {
        assertThat(look().replacements()).isZero();
        signatory.replace(planned, flight.last(), Wei.ZERO, MORE);
        assertThat(look().replacements()).isEqualTo(1);
        assertThat(look().last()).isEqualTo(MORE);
        assertThat(look().first()).isEqualTo(Rig.OFFER);
        assertThat(look().cancelling()).isFalse();
        signatory.cancel(flight.last(), new Fees(Rig.gwei("5"), Rig.gwei("3")));
        assertThat(look().replacements()).isEqualTo(1);
        assertThat(look().cancelling()).isTrue();
        rig.chain.mine();
        flight.waited(Optional.of(rig.chain.head()));
        assertThat(look().overdue()).as("a cancellation is always late").isEqualTo(1);
    }

    @Test
    void countsHeadsInARowAtWhichItsNonceIsTaken() {
        assertThat(flight.taken(true)).isEqualTo(1);
        assertThat(flight.taken(true)).isEqualTo(2);
        assertThat(flight.taken(false)).isZero();
        assertThat(flight.taken(true)).isEqualTo(1);
    }

    @Test
    void saysWhichIntentIsNotOpen() {
        Flight unknown = new Flight("d9", rig.log, Wei.ZERO, rig.chain.head(), fees -> Optional.empty());
        assertThatIllegalStateException().isThrownBy(unknown::intent).withMessage("d9 is not open");
    }

    private Outlook look() {
        return flight.outlook(false);
    }
}
