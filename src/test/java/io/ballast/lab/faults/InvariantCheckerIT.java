package io.ballast.lab.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ballast.act.journal.JournalEntry;
import io.ballast.act.journal.RiskChanged;
import io.ballast.act.risk.RiskState;
import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The checker finds nothing in the evidence of an agent that is well, and every invariant that is broken by hand. */
class InvariantCheckerIT {
    private static final CaseRecord RECORD = new CaseRecord();
    private static final Address STRANGER = new Address("0x" + "13".repeat(20));
    private static Scene scene;
    private static Evidence sound;
    private static ChainTx swap;

    @BeforeAll
    static void trade() {
        scene = RECORD.scene();
        scene.start();
        scene.tradesAgain();
        sound = evidence();
        swap = sound.transactions().getLast();
    }

    @AfterAll
    static void end() {
        RECORD.closeAll();
    }

    @Test
    void findsNothingInTheEvidenceOfAnAgentThatIsWell() {
        assertThat(sound.transactions()).hasSize(2);
        assertThat(new InvariantChecker().check(sound)).isEmpty();
    }

    @Test
    void i1_aTransactionTwiceOrUnknown() {
        assertBroken("I1", with(List.of(swap, swap)));
        ChainTx unknown = new ChainTx(
                Hash32.ZERO,
                swap.nonce(),
                swap.block(),
                swap.time(),
                swap.to(),
                swap.data(),
                true,
                swap.fee(),
                swap.transfers(),
                swap.prices());
        assertBroken("I1", with(List.of(swap, unknown)));
    }

    @Test
    void i2_aSwapWithoutFloorDeadlineOrForSomebodyElse() {
        RouterCall call = RouterCall.read(swap.data()).orElseThrow();
        assertBroken("I2", swapWith(word(call.minOut()), word(BigInteger.ONE)));
        assertBroken(
                "I2",
                swapWith(word(BigInteger.valueOf(call.deadline().getEpochSecond())), word(BigInteger.TEN.pow(12))));
        assertBroken(
                "I2",
                swapWith(sound.account().hex().substring(2), STRANGER.hex().substring(2)));
        assertBroken("I2", with(List.of(changed(swap, swap.data(), List.of()))));
    }

    @Test
    void i3_moreTradesThanTheLimit() {
        assertBroken("I3", with(Collections.nCopies(61, swap)));
    }

    @Test
    void i4_anAllowanceThatStandsOrAStrangerWhoWasGivenOne() {
        Token token = sound.balances().getFirst().token();
        Evidence.Standing left =
                new Evidence.Standing(token, sound.spenders().iterator().next(), BigInteger.ONE);
        assertBroken("I4", allowances(List.of(left), sound.spenders()));
        assertBroken("I4", allowances(List.of(), Set.of(STRANGER)));
    }

    @Test
    void i5_oneUnitThatTheBooksDoNotKnow() {
        List<TokenAmount> more = new ArrayList<>(sound.balances());
        more.set(
                0,
                new TokenAmount(more.getFirst().token(), more.getFirst().raw().add(BigInteger.ONE)));
        assertBroken("I5", balances(more));
    }

    @Test
    void i6_aSignatureAfterHalted() {
        List<JournalEntry> entries = new ArrayList<>(sound.entries());
        int signature = Collections.lastIndexOfSubList(
                entries.stream().map(JournalEntry::type).toList(), List.of("IntentSigned"));
        JournalEntry next = entries.get(signature);
        RiskState halted = RiskState.INITIAL.halt("by the test");
        entries.add(
                signature,
                new JournalEntry(
                        next.seq(),
                        next.at(),
                        "RiskChanged",
                        "",
                        next.previous(),
                        next.hash(),
                        new RiskChanged(halted, "by the test")));
        assertBroken("I6", with(entries, sound.nonce()));
    }

    @Test
    void i7_theKeyInAFileOrOnTheWire() throws IOException {
        LoggerFactory.getLogger("io.ballast.test").info("a line of the agent's");
        assertThat(scene.home().resolve("agent.log")).content().contains("a line of the agent's");
        Files.writeString(
                scene.home().resolve("dump.txt"),
                "key=0x" + FaultChain.privateKey().toUpperCase(java.util.Locale.ROOT));
        assertBroken("I7", evidence());
        Files.delete(scene.home().resolve("dump.txt"));
        Files.write(
                scene.home().resolve("dump.bin"),
                Bytes.parse("0x" + FaultChain.privateKey()).toArray());
        assertBroken("I7", evidence());
        Files.delete(scene.home().resolve("dump.bin"));
        assertBroken("I7", scene.evidence().read(scene.home(), scene.entries(), true));
    }

    @Test
    void i8_aNonceThatNothingUsed() {
        assertBroken("I8", with(sound.entries(), sound.nonce() + 1));
    }

    @Test
    void i9_anAgentThatTradesNoMore() {
        Scene idle = RECORD.scene();
        idle.start().wiring().risk().halt("by the test");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(idle::tradesAgain)
                .withMessageStartingWith("I9");
        trade();
    }

    @Test
    void i10_aDecisionByAnotherConfiguration() {
        assertBroken("I10", configured(Hash32.ZERO));
    }

    @Test
    void i11_aReportThatIsNotTrue() {
        assertBroken("I11", reports(List.of(new Evidence.Report("exit code 0 while blind", true, false))));
    }

    @Test
    void i12_aTradeThatLostMoreThanItsBounds() {
        List<ChainTx.Moved> halved = swap.transfers().stream()
                .map(moved -> moved.to().equals(sound.account())
                        ? new ChainTx.Moved(
                                moved.token(),
                                moved.from(),
                                moved.to(),
                                moved.raw().shiftRight(1))
                        : moved)
                .toList();
        assertBroken("I12", with(List.of(changed(swap, swap.data(), halved))));
    }

    private static Evidence evidence() {
        return scene.evidence().read(scene.home(), scene.entries(), false);
    }

    private static void assertBroken(String invariant, Evidence evidence) {
        assertThat(new InvariantChecker().check(evidence))
                .extracting(Violation::invariant)
                .contains(invariant);
    }

    private static String word(BigInteger number) {
        return String.format(java.util.Locale.ROOT, "%064x", number);
    }

    private static Evidence swapWith(String old, String other) {
        String data = swap.data().hex();
        assertThat(data).contains(old);
        return with(List.of(changed(swap, Bytes.parse(data.replace(old, other)), swap.transfers())));
    }

    private static ChainTx changed(ChainTx tx, Bytes data, List<ChainTx.Moved> transfers) {
        return new ChainTx(
                tx.hash(),
                tx.nonce(),
                tx.block(),
                tx.time(),
                tx.to(),
                data,
                tx.succeeded(),
                tx.fee(),
                transfers,
                tx.prices());
    }

    private static Evidence with(List<ChainTx> transactions) {
        return copy(
                sound.configHash(),
                transactions,
                sound.nonce(),
                sound.balances(),
                sound.standing(),
                sound.spenders(),
                sound.entries(),
                List.of());
    }

    private static Evidence with(List<JournalEntry> entries, long nonce) {
        return copy(
                sound.configHash(),
                sound.transactions(),
                nonce,
                sound.balances(),
                sound.standing(),
                sound.spenders(),
                entries,
                List.of());
    }

    private static Evidence balances(List<TokenAmount> balances) {
        return copy(
                sound.configHash(),
                sound.transactions(),
                sound.nonce(),
                balances,
                sound.standing(),
                sound.spenders(),
                sound.entries(),
                List.of());
    }

    private static Evidence allowances(List<Evidence.Standing> standing, Set<Address> spenders) {
        return copy(
                sound.configHash(),
                sound.transactions(),
                sound.nonce(),
                sound.balances(),
                standing,
                spenders,
                sound.entries(),
                List.of());
    }

    private static Evidence configured(Hash32 hash) {
        return copy(
                hash,
                sound.transactions(),
                sound.nonce(),
                sound.balances(),
                sound.standing(),
                sound.spenders(),
                sound.entries(),
                List.of());
    }

    private static Evidence reports(List<Evidence.Report> reports) {
        return copy(
                sound.configHash(),
                sound.transactions(),
                sound.nonce(),
                sound.balances(),
                sound.standing(),
                sound.spenders(),
                sound.entries(),
                reports);
    }

    private static Evidence copy(
            Hash32 config,
            List<ChainTx> transactions,
            long nonce,
            List<TokenAmount> balances,
            List<Evidence.Standing> standing,
            Set<Address> spenders,
            List<JournalEntry> entries,
            List<Evidence.Report> reports) {
        return new Evidence(
                sound.account(),
                sound.limits(),
                config,
                transactions,
                nonce,
                balances,
                sound.coins(),
                standing,
                spenders,
                entries,
                sound.leaks(),
                sound.foreign(),
                reports);
    }
}
