package io.ballast.act.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.act.journal.IntentBroadcast;
import io.ballast.act.journal.IntentSigned;
import io.ballast.act.journal.JournalEntry;
import io.ballast.act.journal.json.MemoryJournal;
import io.ballast.act.wallet.SignedTransaction;
import io.ballast.act.wallet.Signer;
import io.ballast.act.wallet.UnsignedTransaction;
import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.Wei;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.SendOutcome;
import io.ballast.sense.market.L1Charge;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TransactionEngineTest {
    private static final String ID = "d000001.1.swap";
    private final FakeChain chain = new FakeChain();
    private final MemoryJournal journal = new MemoryJournal(InstantSource.fixed(Instant.EPOCH));
    private final Logbook log = new Logbook(journal);
    private int accepted;

    @BeforeEach
    void planAnIntent() {
        log.append(TransactionPlans.swap(
                        Orders.order(chain.header()), Orders.OWNER, new GasOffer(Wei.of(2), L1Charge.NONE))
                .planned());
    }

    @Test
    void makesTheSignatureDurableBeforeAnythingIsSent() {
        chain.eachBlock = () -> chain.mine(lastHash(), true);
        Submission end = submit(engine(1));
        assertThat(end).isInstanceOf(Submission.Mined.class);
        assertThat(events()).containsExactly("IntentPlanned", "IntentSigned", "IntentBroadcast");
        assertThat(accepted).isEqualTo(1);
    }

    @Test
    void sendsTheSameBytesAgainUntilTheyAreMined() {
        int[] blocks = {0};
        chain.eachBlock = () -> {
            if (++blocks[0] == 5) {
                chain.mine(lastHash(), true);
            }
        };
        assertThat(submit(engine(1))).isInstanceOf(Submission.Mined.class);
        assertThat(chain.sent).hasSizeGreaterThan(1);
        assertThat(chain.sent.stream().distinct()).hasSize(1);
    }

    @Test
    void waitsForTheConfirmationDepthAndNoticesThatABlockWasUndone() {
        int[] blocks = {0};
        chain.eachBlock = () -> {
            blocks[0]++;
            if (blocks[0] == 1 || blocks[0] == 3) {
                chain.mine(lastHash(), true);
            } else if (blocks[0] == 2) {
                chain.receipts.clear();
            }
        };
        Submission end = submit(engine(3));
        assertThat(end)
                .isInstanceOfSatisfying(
                        Submission.Mined.class,
                        mined -> assertThat(mined.receipt().blockNumber()).isEqualTo(103));
        assertThat(chain.head().ref().number()).isEqualTo(105);
    }

    @Test
    void takesACertainRefusalAsNotSentAndKeepsTheNonceFree() {
        chain.outcomes.add(new SendOutcome.Refused(SendOutcome.Reason.INSUFFICIENT_FUNDS, "no coins"));
        TransactionEngine engine = engine(1);
        assertThat(submit(engine)).isEqualTo(new Submission.NotSent("INSUFFICIENT_FUNDS: no coins"));
        assertThat(chain.minedNonce).isZero();
    }

    @Test
    void takesAnUnknownAnswerAsUnknownAndWaitsForTheReceipt() {
        chain.outcomes.add(new SendOutcome.Unknown("timed out"));
        chain.eachBlock = () -> chain.mine(lastHash(), true);
        assertThat(submit(engine(1))).isInstanceOf(Submission.Mined.class);
    }

    @Test
    void callsANonceThatSomeoneElseUsedUnresolved() {
        chain.outcomes.add(new SendOutcome.Refused(SendOutcome.Reason.NONCE_TOO_LOW, "nonce too low"));
        assertThat(submit(engine(1))).isInstanceOf(Submission.Unresolved.class);
    }

    @Test
    void findsItsOwnTransactionBehindNonceTooLow() {
        chain.outcomes.add(new SendOutcome.Unknown("cut off"));
        chain.outcomes.add(new SendOutcome.Refused(SendOutcome.Reason.NONCE_TOO_LOW, "nonce too low"));
        int[] blocks = {0};
        chain.eachBlock = () -> {
            if (++blocks[0] == 4) {
                chain.mine(lastHash(), true);
            }
        };
        assertThat(submit(engine(1))).isInstanceOf(Submission.Mined.class);
    }

    @Test
    void givesUpWithoutCallingItAFailure() {
        assertThat(submit(engine(1)))
                .isInstanceOfSatisfying(
                        Submission.Unresolved.class,
                        end -> assertThat(end.reason()).contains("not mined after 6 heads"));
    }

    @ParameterizedTest
    @EnumSource(names = {"UNAVAILABLE", "DISAGREEMENT"})
    void goesOnWaitingWhileTheNodesAreSilentOrDisagree(ChainException.Kind kind) {
        chain.silence = kind;
        chain.eachBlock = () -> {
            if (chain.receipts.isEmpty()) {
                chain.mine(lastHash(), true);
                chain.silentReceipts = 2;
            }
        };
        assertThat(submit(engine(1))).isInstanceOf(Submission.Mined.class);
    }

    @Test
    void resumesWithTheBytesThatWereSignedAndSignsNothingNew() {
        chain.eachBlock = () -> chain.mine(lastHash(), true);
        Bytes raw = Bytes.of("signed before the crash".getBytes(StandardCharsets.UTF_8));
        Submission end =
                engine(1).resume(ID, 4, FakeChain.hashOf(raw), raw, chain.head().ref());
        assertThat(end).isInstanceOf(Submission.Mined.class);
        assertThat(chain.sent).containsExactly(raw);
        assertThat(events()).doesNotContain("IntentSigned");
    }

    @Test
    void doesNotSendWhatIsMinedAlready() {
        Bytes raw = Bytes.of("signed before the crash".getBytes(StandardCharsets.UTF_8));
        chain.mine(FakeChain.hashOf(raw), true);
        chain.awaitChange(chain.head().ref(), Duration.ZERO);
        Submission end =
                engine(1).resume(ID, 4, FakeChain.hashOf(raw), raw, chain.head().ref());
        assertThat(end).isInstanceOf(Submission.Mined.class);
        assertThat(chain.sent).isEmpty();
    }

    @Test
    void refusesToSignAfterTheKeyWasUsedElsewhere() {
        chain.minedNonce = 9;
        TransactionEngine engine = engine(1, OptionalLong.of(3));
        assertThatThrownBy(() -> submit(engine))
                .isInstanceOf(ExternalNonceException.class)
                .hasMessageContaining("used elsewhere");
        assertThat(events()).containsExactly("IntentPlanned");
    }

    private Submission submit(TransactionEngine engine) {
        TransactionEngine.Call call = new TransactionEngine.Call(
                Orders.ROUTER,
                Wei.ZERO,
                Bytes.of((byte) 1),
                200_000,
                Wei.of(5),
                Wei.of(1),
                Instant.ofEpochSecond(2_000_000_000L));
        return engine.submit(ID, call, chain.head().ref());
    }

    private TransactionEngine engine(int confirmations) {
        return engine(confirmations, OptionalLong.empty());
    }

    private TransactionEngine engine(int confirmations, OptionalLong lastMined) {
        return new TransactionEngine(
                31_337,
                chain,
                chain,
                chain,
                new BytesSigner(),
                new NonceLedger(chain, Orders.OWNER, lastMined),
                log,
                new SubmissionPolicy(confirmations, Duration.ofSeconds(1), 2, 6),
                () -> accepted++);
    }

    private Hash32 lastHash() {
        return FakeChain.hashOf(chain.sent.getLast());
    }

    private List<String> events() {
        return journal.read(0)
                .map(JournalEntry::event)
                .filter(event -> !(event instanceof IntentBroadcast && chain.sent.size() > 1))
                .map(event -> event instanceof IntentSigned signed
                        ? named(signed)
                        : event.getClass().getSimpleName())
                .toList();
    }

    private String named(IntentSigned signed) {
        assertThat(signed.txHash()).isEqualTo(FakeChain.hashOf(signed.raw()));
        return "IntentSigned";
    }

    /** Signs by writing the transaction down. */
    private static final class BytesSigner implements Signer {
        @Override
        public Address address() {
            return Orders.OWNER;
        }

        @Override
        public SignedTransaction sign(UnsignedTransaction transaction) {
            Bytes raw = Bytes.of(transaction.toString().getBytes(StandardCharsets.UTF_8));
            return new SignedTransaction(transaction, raw, FakeChain.hashOf(raw));
        }
    }
}
