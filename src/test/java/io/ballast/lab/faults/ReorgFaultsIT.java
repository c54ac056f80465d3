package io.ballast.lab.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.act.journal.IntentClosed.Status;
import io.ballast.act.risk.TradingState;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** F33 to F38: blocks that are taken back, and time that does not pass evenly. */
class ReorgFaultsIT {
    @FaultCase(
            id = "F33",
            injection = "a reorganisation of one block takes our fill back; the pool keeps it, or has forgotten it",
            expected = "un-booked or still waiting; the same bytes are mined again, once")
    void f33_reorgOfOneBlockDropsOurFill(CaseRecord record) {
        for (boolean kept : List.of(true, false)) {
            Scene scene = record.scene(new SceneFiles().confirmations(3));
            GethPool pool = SubmissionFaultsIT.pool(scene);
            reorgOnce(scene, 2, () -> {
                scene.chain().rpc().reorg(1);
                if (!kept) {
                    pool.wipe();
                }
            });
            scene.start();
            scene.tradesAgain();
            scene.check();
        }
    }

    @FaultCase(
            id = "F34",
            injection = "a reorganisation puts a stranger's large swap before ours, which then reverts",
            expected = "booked as failed, its gas counted")
    void f34_reorgReplacesOurFillByARevert(CaseRecord record) {
        Scene scene = record.scene(new SceneFiles().confirmations(3));
        SubmissionFaultsIT.pool(scene);
        reorgOnce(scene, 2, () -> {
            scene.chain().rpc().reorg(1);
            scene.strangers().raiseWeth("4000000");
        });
        scene.start();
        scene.cycle();
        assertThat(scene.closed(Status.REVERTED, ".swap")).isEqualTo(1);
        scene.saw("the revert is in the books");
        scene.check();
    }

    @FaultCase(
            id = "F35",
            injection = "a reorganisation deeper than the confirmations takes a booked fill back",
            expected = "HALTED and said")
    void f35_reorgDeeperThanTheConfirmations(CaseRecord record) {
        Scene scene = record.scene();
        scene.start();
        scene.tradesAgain();
        scene.chain().rpc().reorg(scene.blocksSinceTheFill() + 1);
        // For a moment after so deep a reorganisation, anvil fails calls at the new blocks.
        for (int cycles = 0; cycles < 6 && scene.trading() != TradingState.HALTED; cycles++) {
            scene.cycle();
        }
        assertThat(scene.trading()).isEqualTo(TradingState.HALTED);
        scene.staysHalted();
        scene.check();
    }

    @FaultCase(
            id = "F36",
            injection = "the chain goes back by blocks that hold nothing of ours",
            expected = "noticed; no trade until the head is past where it was")
    void f36_chainRollsBack(CaseRecord record) {
        Scene scene = record.scene();
        scene.start();
        scene.tradesAgain();
        for (int i = 0; i < 4; i++) {
            scene.chain().mine(FaultChain.BLOCK);
        }
        scene.chain().rpc().call("anvil_rollback", 3);
        scene.tradesAgain();
        scene.check();
    }

    @FaultCase(
            id = "F37",
            injection = "the block a decision was made at is taken back before it is simulated",
            expected = "nothing is signed for it; decided again on the new block")
    void f37_decidedOnABlockThatIsTakenBack(CaseRecord record) {
        Scene scene = record.scene();
        AtomicBoolean armed = new AtomicBoolean();
        World world = World.plain()
                .withReader(reader -> ReaderHook.before(reader, "simulate", () -> {
                    if (armed.getAndSet(false)) {
                        scene.chain().rpc().reorg(1);
                    }
                }));
        scene.start(world, Fuse.none());
        armed.set(true);
        scene.quietCycles(1);
        scene.tradesAgain();
        scene.check();
    }

    @FaultCase(
            id = "F38",
            injection = "blocks a second apart, then none for five minutes",
            expected = "one decision at a time; no trade on an old block; deadlines by block time")
    void f38_blockTimeJumps(CaseRecord record) {
        Scene scene = record.scene();
        scene.start();
        for (int i = 0; i < 8; i++) {
            scene.chain().mine(Duration.ofSeconds(1));
        }
        scene.tradesAgain();
        scene.skewClock(Duration.ofMinutes(5));
        scene.quietCycles(1);
        scene.skewClock(Duration.ZERO);
        scene.chain().mine(Duration.ofMinutes(5));
        scene.tradesAgain();
        scene.check();
    }

    /** Once, {@code blocks} after the first block that holds the n-th of our transactions. */
    private static void reorgOnce(Scene scene, int nth, Runnable reorg) {
        boolean[] done = {false};
        scene.chain().beforeMining(() -> {
            if (!done[0] && scene.minedOnChain() == nth) {
                done[0] = true;
                reorg.run();
            }
        });
    }
}
