package io.ballast.lab.faults;

import static org.assertj.core.api.Assertions.assertThat;

/** F01 to F06: the process is gone at a named step, for the approval and for the swap. */
class CrashFaultsIT {
    @FaultCase(
            id = "F01",
            injection = "killed before the intent is stored",
            expected = "no transaction; the next cycle decides anew")
    void f01_killedBeforeTheIntentIsStored(CaseRecord record) {
        killed(record, "before journal IntentPlanned", 0, 1);
    }

    @FaultCase(
            id = "F02",
            injection = "killed after the intent is stored, before signing",
            expected = "the intent is dropped once; nothing on chain for it")
    void f02_killedAfterTheIntentIsStoredBeforeSigning(CaseRecord record) {
        killed(record, "before sign", 0, 1);
    }

    @FaultCase(
            id = "F03",
            injection = "killed after signing, before sending",
            expected = "the same bytes are sent; nothing else is ever signed at that nonce")
    void f03_killedAfterSigningBeforeSending(CaseRecord record) {
        killed(record, "before send", 1, 1);
    }

    @FaultCase(
            id = "F04",
            injection = "killed after sending, before the answer is stored",
            expected = "found by its hash; carried out once")
    void f04_killedAfterSendingBeforeTheAnswer(CaseRecord record) {
        killed(record, "after send", 1, 1);
    }

    @FaultCase(
            id = "F05",
            injection = "killed after the block, before the journal",
            expected = "receipt found, fill booked once")
    void f05_killedAfterMinedBeforeTheJournal(CaseRecord record) {
        killed(record, "before journal IntentMined", 1, 1);
    }

    @FaultCase(
            id = "F06",
            injection = "killed while waiting for the third confirmation",
            expected = "goes on waiting; booked once")
    void f06_killedDuringConfirmations(CaseRecord record) {
        killed(record, "before head", 1, 3);
    }

    /** Once for the approval and once for the swap, which is the same step the next time. */
    private static void killed(CaseRecord record, String step, int signed, int confirmations) {
        for (int nth = 1; nth <= 2; nth++) {
            Scene scene = record.scene(new SceneFiles().confirmations(confirmations));
            int occurrence = step.equals("before head") ? (nth - 1) * confirmations + 2 : nth;
            scene.start(Fuse.at(step, occurrence));
            scene.cycleUntilCrash();
            assertThat(scene.signatures()).as("signatures at the crash").isEqualTo(signed + nth - 1);
            scene.start();
            assertThat(scene.ledger().open()).as("open after recovery").isEmpty();
            scene.tradesAgain();
            scene.stop();
            scene.check();
        }
    }
}
