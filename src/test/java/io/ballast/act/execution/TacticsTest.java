package io.ballast.act.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.base.units.Wei;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TacticsTest {
    private static final Instant HEAD = FakeChain.block(100).timestamp();
    private static final Fees RAISED = new Fees(Wei.of(900), Wei.of(90));

    private FeeRules rules = new FeeRules(true, Wei.of(10_000), 3, 2, 5);
    private long base = 1;
    private Instant deadline = HEAD;
    private boolean cancelling;
    private boolean stopped;
    private boolean takesBack;
    private boolean due;
    private boolean outbid;
    private int since = 1;
    private int replacements;
    private int overdue;

    @Test
    void sendsWhatIsDue() {
        due = true;
        assertThat(next()).isEqualTo(new Move.Send());
        outbid = true;
        since = 9;
        assertThat(next()).isEqualTo(new Move.Send());
    }

    @ParameterizedTest
    @CsvSource({"1, false", "2, true", "3, false", "4, true"})
    void sendsAgainFromTimeToTime(int heads, boolean again) {
        rules = new FeeRules(false, Wei.of(10_000), 3, 2, 5);
        since = heads;
        assertThat(next()).isEqualTo(again ? new Move.Send() : new Move.Wait());
    }

    @ParameterizedTest
    @CsvSource({"2, false", "3, true", "4, true"})
    void offersMoreAfterSoManyHeads(int heads, boolean more) {
        since = heads;
        assertThat(next() instanceof Move.Replace).isEqualTo(more);
    }

    @Test
    void offersMoreWhenOutbidOrOvertaken() {
        outbid = true;
        assertThat(next()).isEqualTo(new Move.Replace(RAISED));
        outbid = false;
        base = 800;
        assertThat(next()).isEqualTo(new Move.Wait());
        base = 801;
        assertThat(next()).isInstanceOf(Move.Replace.class);
        since = 0;
        assertThat(next()).isNotInstanceOf(Move.Replace.class);
    }

    @Test
    void offersMoreOnlySoOftenAndOnlyWhereItHelps() {
        since = 3;
        replacements = 1;
        assertThat(next()).isInstanceOf(Move.Replace.class);
        replacements = 2;
        assertThat(next()).isEqualTo(new Move.Wait());
        replacements = 0;
        rules = new FeeRules(false, Wei.of(10_000), 3, 2, 5);
        assertThat(next()).isEqualTo(new Move.Wait());
        outbid = true;
        assertThat(next()).isEqualTo(new Move.Wait());
    }

    @Test
    void keepsToTheBudgetForACallAndToTheCeilingForACancellation() {
        rules = new FeeRules(true, Wei.of(10_000), 3, 2, 1);
        since = 3;
        assertThat(next()).isEqualTo(new Move.Wait());
        cancelling = true;
        assertThat(next()).isEqualTo(new Move.Cancel(RAISED));
        rules = new FeeRules(true, Wei.of(899), 3, 2, 1);
        assertThat(next()).isEqualTo(new Move.Wait());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void cancelsWhatIsLateOnEveryChain(boolean replaceable) {
        rules = new FeeRules(replaceable, Wei.of(10_000), 3, 2, 5);
        assertThat(next()).isEqualTo(new Move.Wait());
        deadline = HEAD.minusSeconds(1);
        assertThat(next()).isEqualTo(new Move.Cancel(RAISED));
        due = true;
        assertThat(next()).isEqualTo(new Move.Cancel(RAISED));
    }

    @Test
    void cancelsWhatIsForbiddenUnlessItTakesSomethingBack() {
        stopped = true;
        assertThat(next()).isEqualTo(new Move.Cancel(RAISED));
        takesBack = true;
        assertThat(next()).isEqualTo(new Move.Wait());
        due = true;
        assertThat(next()).isEqualTo(new Move.Send());
    }

    @Test
    void neverSendsAForbiddenCallThoughItCannotBeCancelledYet() {
        rules = new FeeRules(true, Wei.of(800), 3, 2, 5);
        stopped = true;
        due = true;
        assertThat(next()).isEqualTo(new Move.Wait());
        due = false;
        since = 2;
        assertThat(next()).isEqualTo(new Move.Wait());
        stopped = false;
        deadline = HEAD.minusSeconds(1);
        assertThat(next()).isEqualTo(new Move.Wait());
    }

    @Test
    void sendsACancellationAgainAndRaisesItWhenItIsStuck() {
        cancelling = true;
        stopped = true;
        deadline = HEAD.minusSeconds(1);
        rules = new FeeRules(false, Wei.of(10_000), 3, 0, 5);
        since = 2;
        assertThat(next()).isEqualTo(new Move.Send());
        since = 3;
        assertThat(next()).isEqualTo(new Move.Wait());
        base = 801;
        assertThat(next()).isInstanceOf(Move.Cancel.class);
    }

    @Test
    void givesUpAfterSoManyWaitsPastItsTime() {
        overdue = 5;
        assertThat(next()).isEqualTo(new Move.Wait());
        overdue = 6;
        assertThat(next()).isEqualTo(new Move.GiveUp("not mined after 6 heads past its time"));
        deadline = HEAD.minusSeconds(1);
        assertThat(next()).isInstanceOf(Move.Cancel.class);
    }

    private Move next() {
        Outlook view = new Outlook(
                FeesTest.head(base),
                new Fees(Wei.of(800), Wei.of(80)),
                new Fees(Wei.of(800), Wei.of(80)),
                deadline,
                cancelling,
                stopped,
                takesBack,
                due,
                outbid,
                since,
                replacements,
                overdue);
        return new Tactics(rules, new SubmissionPolicy(1, Duration.ofSeconds(1), 2, 6)).next(view);
    }
}
