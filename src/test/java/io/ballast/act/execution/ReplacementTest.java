package io.ballast.act.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.act.journal.IntentClosed;
import io.ballast.act.journal.IntentMined;
import io.ballast.act.journal.IntentSigned;
import io.ballast.act.wallet.SigningException;
import io.ballast.act.wallet.UnsignedTransaction;
import io.ballast.base.units.Wei;
import io.ballast.sense.chain.SendOutcome;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** More is offered, then the nonce is used up: F26, F29, F30. */
class ReplacementTest {
    private final Rig rig = new Rig();
    private final PoolModel chain = rig.chain;

    @Test
    void f26RaisesBothFeesByAnEighthWhenItIsNotMinedInTime() {
        chain.includes = tx -> tx.maxFee().compareTo(Rig.OFFER.max()) > 0;
        assertThat(rig.trade()).isInstanceOf(IntentOutcome.Filled.class);
        List<IntentSigned> attempts = rig.events(IntentSigned.class);
        assertThat(attempts).hasSize(2);
        assertThat(attempts.get(1).maxFee()).isEqualTo(Rig.gwei("3.375"));
        assertThat(attempts.get(1).maxTip()).isEqualTo(Rig.gwei("1.125"));
        assertThat(attempts.get(1).nonce()).isEqualTo(attempts.get(0).nonce());
        assertThat(attempts.get(1).deadline()).isEqualTo(attempts.get(0).deadline());
        UnsignedTransaction again = chain.sent.getLast();
        assertThat(again.data()).isEqualTo(chain.sent.getFirst().data());
        assertThat(again.to()).isEqualTo(chain.sent.getFirst().to());
        assertThat(again.gasLimit()).isEqualTo(chain.sent.getFirst().gasLimit());
        assertThat(chain.head().ref().number()).isEqualTo(104);
    }

    @Test
    void findsTheFirstAttemptThoughItWasReplaced() {
        List<io.ballast.act.wallet.SignedTransaction> first = new ArrayList<>();
        chain.includes = tx -> false;
        chain.answers.add(honest -> {
            first.addAll(chain.pool.values());
            return honest;
        });
        chain.answers.add(honest -> honest);
        chain.answers.add(honest -> {
            chain.accept(first.getFirst());
            chain.includes = tx -> true;
            return honest;
        });
        assertThat(rig.trade())
                .isInstanceOfSatisfying(
                        IntentOutcome.Filled.class,
                        filled -> assertThat(filled.receipt().txHash())
                                .isEqualTo(rig.events(IntentSigned.class)
                                        .getFirst()
                                        .txHash()));
        assertThat(rig.events(IntentSigned.class)).hasSizeGreaterThan(1);
        assertThat(rig.events(IntentMined.class)).hasSize(1);
    }

    @Test
    void f29RaisesAtOnceWhenTheBaseFeePassesTheOffer() {
        chain.eachBlock.add(() -> chain.baseFee = Rig.gwei("5"));
        assertThat(rig.trade()).isInstanceOf(IntentOutcome.Filled.class);
        assertThat(rig.events(IntentSigned.class).getLast().maxFee()).isEqualTo(Rig.gwei("11.125"));
        assertThat(chain.head().ref().number()).isEqualTo(102);
    }

    @Test
    void f29KeepsToTheBudgetWhenTheBaseFeeIs500TimesHigherAndCancelsWhenItFalls() {
        chain.eachBlock.add(() -> chain.baseFee = Rig.gwei("500"));
        for (int i = 0; i < 7; i++) {
            chain.eachBlock.add(() -> {});
        }
        chain.eachBlock.add(() -> chain.baseFee = Rig.gwei("20"));
        assertThat(rig.trade()).isInstanceOf(IntentOutcome.Cancelled.class);
        List<IntentSigned> attempts = rig.events(IntentSigned.class);
        assertThat(attempts).hasSize(2);
        assertThat(attempts.getLast().cancels()).isTrue();
        assertThat(attempts.getLast().maxFee().compareTo(Rig.gwei("100"))).isNotPositive();
    }

    @Test
    void f29NeverBidsMoreThanTheBudgetOfTheIntent() {
        chain.includes = tx -> tx.data().size() == 0;
        chain.eachBlock.add(() -> chain.baseFee = Rig.gwei("14"));
        rig.trade();
        assertThat(rig.events(IntentSigned.class).stream().filter(attempt -> !attempt.cancels()))
                .allMatch(attempt -> attempt.maxFee().compareTo(Rig.gwei("15")) <= 0)
                .anyMatch(attempt -> attempt.maxFee().equals(Rig.gwei("15")));
    }

    @Test
    void f30DoesNotRaiseWhenTheBaseFeeFalls() {
        chain.eachBlock.add(() -> chain.baseFee = Wei.of(7));
        assertThat(rig.trade()).isInstanceOf(IntentOutcome.Filled.class);
        assertThat(rig.events(IntentSigned.class)).hasSize(1);
    }

    @Test
    void asksTheGateAboutTheNewWorstCostBeforeItSigns() {
        List<Fees> asked = new ArrayList<>();
        rig.judge = fees -> {
            asked.add(fees);
            return Optional.of("too dear");
        };
        chain.includes = tx -> tx.data().size() == 0;
        assertThat(rig.trade()).isInstanceOf(IntentOutcome.Cancelled.class);
        assertThat(asked).isNotEmpty().first().isEqualTo(new Fees(Rig.gwei("3.375"), Rig.gwei("1.125")));
        assertThat(rig.events(IntentSigned.class))
                .filteredOn(attempt -> !attempt.cancels())
                .hasSize(1);
    }

    @Test
    void doesNotSignMoreWhenItIsStoppedWhileTheGateJudges() {
        boolean[] stop = {false};
        rig.stopped = () -> stop[0] ? Optional.of("stop") : Optional.empty();
        rig.judge = fees -> {
            stop[0] = true;
            return Optional.empty();
        };
        chain.includes = tx -> tx.data().size() == 0;
        assertThat(rig.trade()).isInstanceOf(IntentOutcome.Cancelled.class);
        assertThat(rig.events(IntentSigned.class))
                .filteredOn(attempt -> !attempt.cancels())
                .hasSize(1);
    }

    @Test
    void replacesOnlyAsOftenAsAllowed() {
        rig.fees = new FeeRules(true, Rig.gwei("100"), 1, 2, 5);
        chain.includes = tx -> tx.data().size() == 0;
        rig.trade();
        assertThat(rig.events(IntentSigned.class))
                .filteredOn(attempt -> !attempt.cancels())
                .hasSize(3);
    }

    @Test
    void cancelsAfterTheDeadlineByTheClockOfTheChain() {
        chain.includes = tx -> tx.data().size() == 0;
        rig.fees = new FeeRules(false, Rig.gwei("100"), 3, 4, 5);
        assertThat(rig.trade()).isInstanceOf(IntentOutcome.Cancelled.class);
        List<IntentSigned> attempts = rig.events(IntentSigned.class);
        assertThat(attempts).hasSize(2);
        assertThat(attempts.getLast().maxFee()).isEqualTo(Rig.gwei("3.375"));
        assertThat(attempts.getLast().maxTip()).isEqualTo(Rig.gwei("1.125"));
        // 60 seconds are five blocks; the sixth is late, the seventh holds the cancellation.
        assertThat(chain.head().ref().number()).isEqualTo(107);
        assertThat(rig.events(IntentClosed.class).getLast().reason()).contains("block 107");
    }

    @Test
    void bidsNoMoreWhereTheFirstComesFirst() {
        rig.fees = new FeeRules(false, Rig.gwei("100"), 1, 4, 5);
        chain.includes = tx -> chain.head().ref().number() > 103;
        assertThat(rig.trade()).isInstanceOf(IntentOutcome.Filled.class);
        assertThat(rig.events(IntentSigned.class)).hasSize(1);
        assertThat(chain.sent.stream().distinct()).hasSize(1);
    }

    @Test
    void booksTheCallWhenItIsMinedInsteadOfItsCancellation() {
        chain.includes = tx -> false;
        rig.fees = new FeeRules(false, Rig.gwei("100"), 1, 4, 5);
        List<io.ballast.act.wallet.SignedTransaction> call = new ArrayList<>();
        chain.answers.add(honest -> {
            call.addAll(chain.pool.values());
            return honest;
        });
        chain.answers.add(honest -> honest);
        chain.answers.add(honest -> honest);
        chain.answers.add(honest -> {
            assertThat(chain.sent.getLast().to()).isEqualTo(Orders.OWNER);
            chain.accept(call.getFirst());
            chain.includes = tx -> true;
            return honest;
        });
        assertThat(rig.trade()).isInstanceOf(IntentOutcome.Filled.class);
        assertThat(rig.events(IntentMined.class)).hasSize(1);
    }

    @Test
    void raisesACancellationThatIsNotMined() {
        rig.fees = new FeeRules(true, Rig.gwei("100"), 2, 0, 5);
        chain.includes = tx -> tx.data().size() == 0 && tx.maxFee().compareTo(Rig.gwei("3.375")) > 0;
        assertThat(rig.trade()).isInstanceOf(IntentOutcome.Cancelled.class);
        assertThat(rig.events(IntentSigned.class))
                .filteredOn(IntentSigned::cancels)
                .hasSize(2);
        assertThat(chain.sent.getLast().maxFee().value()).isEqualTo(new BigInteger("3796875000"));
    }

    @Test
    void waitsWithTheCancellationWhileTheSignerIsAway() {
        chain.includes = tx -> tx.data().size() == 0;
        rig.fees = new FeeRules(false, Rig.gwei("100"), 3, 4, 5);
        chain.refusals = 2;
        assertThat(rig.trade()).isInstanceOf(IntentOutcome.Cancelled.class);
        assertThat(rig.events(IntentSigned.class)).hasSize(2);
    }

    @Test
    void haltsWhenNotEvenTheCancellationIsMined() {
        chain.includes = tx -> false;
        assertThat(rig.trade()).isInstanceOf(IntentOutcome.Unresolved.class);
        assertThat(rig.isHalted()).isTrue();
        assertThat(rig.events(IntentSigned.class)).anyMatch(IntentSigned::cancels);
    }

    @Test
    void findsItselfInThePoolAfterAnvilEvictedIt() {
        chain.evicts = true;
        chain.eachBlock.add(() -> chain.baseFee = Rig.gwei("4"));
        chain.answers.add(honest -> honest);
        chain.answers.add(honest -> new SendOutcome.Unknown("cut off"));
        assertThat(rig.trade()).isInstanceOf(IntentOutcome.Filled.class);
        assertThat(rig.events(IntentMined.class)).hasSize(1);
    }

    @Test
    void throwsWhatTheSignerRefusesAtFirst() {
        chain.refusals = 1;
        org.assertj.core.api.Assertions.assertThatThrownBy(rig::trade).isInstanceOf(SigningException.class);
        assertThat(rig.events(IntentSigned.class)).isEmpty();
    }
}
