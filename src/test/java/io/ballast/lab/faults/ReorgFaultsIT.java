package io.ballast.lab.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.act.risk.TradingState;
import io.ballast.base.units.Wei;
import io.ballast.lab.devnet.price.DevAsset;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

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
            buyWeth(scene);
        });
        scene.start();
        scene.cycle();
        for (long n = scene.chain().height() - 8; n <= scene.chain().height(); n++) {
            System.err.println("BLOCK " + n + " "
                    + scene.chain()
                            .rpc()
                            .call("eth_getBlockReceipts", io.ballast.base.units.Hex.ofQuantity(n))
                            .valueStream()
                            .map(r -> r.get("from").stringValue().substring(0, 8) + r.get("status"))
                            .toList());
        }
        scene.check();
        scene.saw("the revert is in the books");
        assertThat(scene.closed(io.ballast.act.journal.IntentClosed.Status.REVERTED, ".swap"))
                .isEqualTo(1);
    }

    @FaultCase(
            id = "F35",
            injection = "a reorganisation deeper than the confirmations takes a booked fill back",
            expected = "HALTED and said")
    void f35_reorgDeeperThanTheConfirmations(CaseRecord record) {
        Scene scene = record.scene();
        scene.start();
        scene.tradesAgain();
        scene.chain().rpc().reorg(4);
        scene.cycle();
        scene.cycle();
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
        int[] times = {0};
        World world = World.plain()
                .withReader(reader -> ReaderHook.before(reader, "simulate", () -> {
                    if (++times[0] == 1) {
                        scene.chain().rpc().reorg(1);
                    }
                }));
        scene.start(world, Fuse.none());
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

    /** Raises the price of WETH beyond what a swap of ours accepts. */
    private static void buyWeth(Scene scene) {
        Wei first = Wei.ofGwei(BigDecimal.valueOf(90));
        for (int fee : List.of(500, 3_000)) {
            scene.strangers()
                    .swap(
                            Strangers.TRADER,
                            scene.chain().amount(DevAsset.USDC, "2000000"),
                            scene.chain().token(DevAsset.WETH),
                            fee,
                            first);
        }
    }
}
