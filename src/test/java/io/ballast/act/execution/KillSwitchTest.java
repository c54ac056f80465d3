package io.ballast.act.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.act.wallet.Signer;
import io.ballast.act.wallet.SigningException;
import io.ballast.act.wallet.UnsignedTransaction;
import io.ballast.act.wallet.web3j.Signers;
import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Wei;
import io.ballast.sense.chain.SendOutcome;
import io.ballast.sense.dex.web3j.Erc20;
import io.ballast.sense.dex.web3j.Permit2;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KillSwitchTest {
    private static final Signer KEY = Signers.first();
    private static final Address ROUTER = Address.parse("0x70997970C51812dc3A010C7d01b50e0d17dc79C8");
    private static final Token USDC = new Token(ROUTER, "USDC", 6);

    @TempDir
    Path folder;

    private Path journal;
    private KillSwitch killSwitch;
    private final List<Bytes> sent = new ArrayList<>();

    @BeforeEach
    void build() {
        journal = folder.resolve("journal.db");
        killSwitch = again();
    }

    @Test
    void letsEverythingPassUntilItIsEngaged() {
        assertThat(killSwitch.stopped()).isEmpty();
        assertThat(killSwitch.guard(KEY).sign(swap())).isEqualTo(KEY.sign(swap()));
        assertThat(send(swap())).isInstanceOf(SendOutcome.Accepted.class);
    }

    @Test
    void aPersonsOwnHandsPassOverTheFileUntilTheyAreStoppedThemselves() {
        killSwitch.engage("told to");
        KillSwitch passing = KillSwitch.inSpiteOf(journal, () -> Instant.EPOCH);
        assertThat(passing.stopped()).isEmpty();
        assertThat(passing.guard(KEY).sign(swap())).isEqualTo(KEY.sign(swap()));
        assertThat(killSwitch.stopped()).isPresent();

        passing.engage("and now this");
        assertThat(passing.stopped()).contains("and now this");
        assertThat(again().stopped()).hasValueSatisfying(why -> assertThat(why).contains("told to"));
    }

    @Test
    void signsAndSendsNothingOnceEngaged() {
        killSwitch.engage("told to");

        assertThatThrownBy(() -> killSwitch.guard(KEY).sign(swap()))
                .isInstanceOf(SigningException.class)
                .hasMessage("stopped: told to");
        assertThat(send(swap())).isInstanceOf(SendOutcome.Unknown.class);
        assertThat(sent).isEmpty();
    }

    @Test
    void stillTakesBackAllowancesAndNonces() {
        killSwitch.engage("told to");
        List<UnsignedTransaction> harmless = List.of(
                transaction(USDC.address(), 0, Erc20.approve(ROUTER, TokenAmount.zero(USDC))),
                transaction(ROUTER, 0, Permit2.approve(ROUTER, TokenAmount.zero(USDC), Instant.ofEpochSecond(1))),
                transaction(KEY.address(), 0, Bytes.EMPTY));
        for (UnsignedTransaction transaction : harmless) {
            assertThat(killSwitch.guard(KEY).sign(transaction)).isEqualTo(KEY.sign(transaction));
            assertThat(send(transaction)).isInstanceOf(SendOutcome.Accepted.class);
        }
        assertThat(sent).hasSize(3);
    }

    @Test
    void takesNothingElseForATakingBack() {
        killSwitch.engage("told to");
        TokenAmount one = new TokenAmount(USDC, BigInteger.ONE);
        List<UnsignedTransaction> harmful = List.of(
                transaction(USDC.address(), 0, Erc20.approve(ROUTER, one)),
                transaction(USDC.address(), 1, Erc20.approve(ROUTER, TokenAmount.zero(USDC))),
                transaction(ROUTER, 0, Permit2.approve(ROUTER, one, Instant.ofEpochSecond(1))),
                transaction(KEY.address(), 1, Bytes.EMPTY),
                transaction(KEY.address(), 0, Bytes.parse("0x00")),
                transaction(ROUTER, 0, Bytes.EMPTY),
                transaction(ROUTER, 0, Bytes.parse("0x095ea7b3")));
        for (UnsignedTransaction transaction : harmful) {
            assertThatThrownBy(() -> killSwitch.guard(KEY).sign(transaction)).isInstanceOf(SigningException.class);
            assertThat(send(transaction)).isInstanceOf(SendOutcome.Unknown.class);
        }
        assertThat(killSwitch.guard(this::accept).send(Bytes.parse("0xdead"))).isInstanceOf(SendOutcome.Unknown.class);
        assertThat(sent).isEmpty();
    }

    @Test
    void survivesARestartUntilAPersonReleasesIt() {
        killSwitch.engage("told to");
        assertThat(again().stopped()).get().asString().endsWith("told to");

        again().release();

        assertThat(again().stopped()).isEmpty();
        assertThat(killSwitch.stopped()).as("this process was not told").contains("told to");
        killSwitch.release();
        assertThat(killSwitch.stopped()).isEmpty();
    }

    @Test
    void isEngagedByAnyFileThatIsThere() throws Exception {
        Path file = KillSwitch.fileOf(journal);
        Files.write(file, new byte[] {(byte) 0xff, 0, 27, '[', '3', '1', 'm'});
        assertThat(again().stopped()).get().asString().doesNotContain("\u001b");
        Files.write(file, new byte[0]);
        assertThat(again().stopped()).contains("the file " + file + " is there");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        assertThat(again().stopped()).isPresent();
        Files.delete(file);
        Files.createDirectory(file);
        assertThat(again().stopped()).isPresent();
        Files.delete(file);
        Files.createSymbolicLink(file, folder.resolve("nowhere"));
        assertThat(again().stopped()).isPresent();
        Files.delete(file);
        assertThat(again().stopped()).isEmpty();
    }

    @Test
    void aFileThatComesWhileTheProcessRunsStopsItForGood() throws Exception {
        assertThat(killSwitch.stopped()).isEmpty();
        Files.writeString(KillSwitch.fileOf(journal), "by hand\n");
        assertThat(killSwitch.stopped()).contains("by hand");
        Files.delete(KillSwitch.fileOf(journal));
        assertThat(killSwitch.stopped()).contains("by hand");
    }

    @Test
    void stopsThisProcessEvenIfTheFileCannotBeWritten() throws Exception {
        Path noFolder = Files.writeString(folder.resolve("file"), "");
        KillSwitch homeless = KillSwitch.of(noFolder.resolve("journal.db"), () -> Instant.EPOCH);

        assertThatThrownBy(() -> homeless.engage("told to")).hasMessageContaining("cannot be written");

        assertThat(homeless.stopped()).contains("told to");
    }

    @Test
    void keepsTheFirstReason() {
        killSwitch.engage("first");
        killSwitch.engage("second");
        assertThat(killSwitch.stopped()).contains("first");
        assertThat(again().stopped()).get().asString().endsWith("first");
    }

    @Test
    void anInterruptedThreadStopsTheAgentAndStaysInterrupted() {
        Thread.currentThread().interrupt();
        killSwitch.engage("told to");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(again().stopped()).isPresent();
        killSwitch.release();
        assertThat(Thread.interrupted()).isFalse();
    }

    /** The decision loop hangs in a call to the node; the switch is engaged from another thread meanwhile. */
    @Test
    void holdsBackWhatAHangingLoopWouldSendNext() throws Exception {
        CountDownLatch hangs = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        List<String> refusals = new ArrayList<>();
        Thread loop = Thread.ofVirtual().start(() -> {
            asked.countDown();
            await(hangs);
            try {
                killSwitch.guard(KEY).sign(swap());
            } catch (SigningException e) {
                refusals.add(e.getMessage());
            }
        });
        asked.await();
        killSwitch.engage("told to");
        hangs.countDown();
        loop.join();
        assertThat(refusals).containsExactly("stopped: told to");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private KillSwitch again() {
        return KillSwitch.of(journal, () -> Instant.parse("2026-01-02T03:04:05Z"));
    }

    private SendOutcome send(UnsignedTransaction transaction) {
        return killSwitch.guard(this::accept).send(KEY.sign(transaction).raw());
    }

    private SendOutcome accept(Bytes raw) {
        sent.add(raw);
        return new SendOutcome.Accepted(KEY.sign(swap()).hash());
    }

    private static UnsignedTransaction swap() {
        return transaction(ROUTER, 0, Bytes.parse("0x5ae401dc"));
    }

    private static UnsignedTransaction transaction(Address to, long value, Bytes data) {
        return new UnsignedTransaction(31337, 3, to, Wei.of(value), data, 100_000, Wei.of(30), Wei.of(2));
    }
}
