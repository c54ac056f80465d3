package io.ballast.lab.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.act.journal.IntentClosed.Status;
import io.ballast.act.journal.IntentSigned;
import io.ballast.act.risk.TradingState;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.Hex;
import io.ballast.base.units.Keccak256;
import io.ballast.base.units.Wei;
import io.ballast.sense.chain.proxy.Ask;
import io.ballast.sense.chain.proxy.Fault;
import io.ballast.sense.chain.proxy.Faults;
import io.ballast.sense.chain.proxy.Reply;
import java.math.BigDecimal;
import java.util.List;

/** F25 to F32: what becomes of a signed transaction between the agent and a block. */
class SubmissionFaultsIT {
    private static final String SEND = "eth_sendRawTransaction";

    @FaultCase(
            id = "F25",
            injection = "the node answers an error and keeps the transaction",
            expected = "found by its hash; not sent as a new intent")
    void f25_sendAnswersErrorButTxIsAccepted(CaseRecord record) {
        Scene scene = record.scene();
        scene.start();
        scene.faults(Faults.error(SEND, -32_000, "internal error").times(4));
        scene.tradesAgain();
        scene.check();
    }

    @FaultCase(
            id = "F26",
            injection = "the node answers the hash and forgets the transaction",
            expected = "the same bytes are sent again; carried out once")
    void f26_sendAnswersOkButTxIsDropped(CaseRecord record) {
        Scene scene = record.scene();
        scene.start();
        scene.faults(forgetful().times(2));
        scene.tradesAgain();
        scene.check();
    }

    @FaultCase(
            id = "F27",
            injection = "every text with which nodes refuse, and one that nobody knows",
            expected = "known: the intent ends and its nonce is free; unknown: a safe stop")
    void f27_refusalTexts(CaseRecord record) {
        Scene scene = record.scene();
        scene.start();
        for (String text : List.of(
                "intrinsic gas too low: gas 21000, minimum needed 46000",
                "insufficient funds for gas * price + value",
                "transaction underpriced",
                "max fee per gas less than block base fee")) {
            scene.faults(refusing(text));
            scene.cycle();
            assertThat(scene.fills()).as(text).isZero();
            assertThat(scene.ledger().open()).as(text).isEmpty();
        }
        scene.saw("refused for certain: closed, nonce free");
        scene.faults(Faults.error(SEND, -32_000, "already known"));
        scene.tradesAgain();
        scene.faults(refusing("the moon is in the wrong house").times(1));
        scene.tradesAgain();
        scene.faults(refusing("the moon is in the wrong house"));
        scene.cycle();
        scene.faults();
        assertThat(scene.trading()).isEqualTo(TradingState.HALTED);
        scene.saw("unknown for good: HALTED with the bytes kept");
        scene.staysHalted();
        scene.check();
    }

    @FaultCase(
            id = "F28",
            injection = "the node's pool is wiped while a transaction waits in it",
            expected = "sent again; carried out once")
    void f28_poolWiped(CaseRecord record) {
        Scene scene = record.scene();
        GethPool pool = pool(scene).holdBack(true);
        int[] blocks = {0};
        scene.chain().beforeMining(() -> {
            if (pool.size() > 0 && ++blocks[0] == 2) {
                pool.wipe();
                pool.holdBack(false);
            }
        });
        scene.start();
        scene.tradesAgain();
        scene.check();
    }

    @FaultCase(
            id = "F29",
            injection = "base fee ×500 while the swap waits in the pool of go-ethereum",
            expected =
                    "never more than the ceiling is bid; it waits, or is replaced or cancelled; the gas budget holds")
    void f29_baseFeeTimes500WhilePending(CaseRecord record) {
        Scene scene = record.scene();
        GethPool pool = pool(scene);
        Wei spike = Wei.ofGwei(BigDecimal.valueOf(500));
        int[] left = {0};
        World world = World.plain().withSubmitter(submitter -> raw -> {
            boolean swap = scene.signatures() == 2 && left[0] == 0;
            left[0] = swap ? 12 : left[0];
            return submitter.send(raw);
        });
        scene.chain().beforeMining(() -> {
            if (left[0] > 1) {
                left[0]--;
                scene.chain().rpc().setNextBlockBaseFee(spike);
            } else if (left[0] == 1) {
                left[0] = -1;
                scene.chain().rpc().setNextBlockBaseFee(Wei.ofGwei(BigDecimal.ONE));
            }
        });
        scene.start(world, Fuse.none());
        scene.cycle();
        assertThat(pool.size()).isNotNegative();
        Wei ceiling = scene.config().settings().limits().maxGasPrice();
        assertThat(new JournalFacts(scene.entries()).all(IntentSigned.class))
                .allSatisfy(signed -> assertThat(signed.maxFee()).isLessThanOrEqualTo(ceiling));
        scene.tradesAgain();
        scene.check();
    }

    @FaultCase(
            id = "F30",
            injection = "the base fee falls to almost nothing",
            expected = "no more is bid than the fee and the tip ask for")
    void f30_baseFeeFalls(CaseRecord record) {
        Scene scene = record.scene();
        scene.chain().rpc().setNextBlockBaseFee(Wei.of(7));
        scene.start();
        scene.tradesAgain();
        Wei most = Wei.ofGwei(BigDecimal.ONE).plus(Wei.of(1_000));
        assertThat(new JournalFacts(scene.entries()).all(IntentSigned.class))
                .allSatisfy(signed -> assertThat(signed.maxFee()).isLessThanOrEqualTo(most));
        scene.check();
    }

    @FaultCase(id = "F31", injection = "the account's key is used elsewhere", expected = "HALTED and said, no loop")
    void f31_nonceConsumedElsewhere(CaseRecord record) {
        Scene scene = record.scene();
        scene.start();
        scene.tradesAgain();
        String hash = scene.strangers().pay(scene.chain().account(), Strangers.TRADER, Wei.ofGwei(BigDecimal.ONE));
        scene.evidence().foreign(hash);
        scene.chain().mine(FaultChain.BLOCK);
        scene.cycle();
        scene.staysHalted();
        scene.check();
    }

    @FaultCase(
            id = "F32",
            injection = "a crash left a signed transaction unsent, its deadline passed, and a later nonce waits in the"
                    + " pool",
            expected = "the gap is filled or cancelled before anything else; what waited behind it is not ours: HALTED")
    void f32_nonceGapLeftByACrash(CaseRecord record) {
        Scene scene = record.scene();
        gap(scene, 2);
        scene.start();
        scene.tradesAgain();
        assertGivenUp(scene, ".swap");
        scene.check();

        Scene followed = record.scene();
        gap(followed, 1);
        String later = followed.strangers().later(followed.chain().account(), followed.minedOnChain() + 1);
        followed.evidence().foreign(later);
        followed.start();
        followed.cycle();
        assertGivenUp(followed, ".approve");
        followed.staysHalted();
        followed.check();
    }

    /** The n-th transaction is signed and not sent, and its deadline has passed. */
    private static void gap(Scene scene, int nth) {
        scene.start(Fuse.at("before send", nth));
        scene.cycleUntilCrash();
        for (int i = 0; i < 12; i++) {
            scene.chain().mine(FaultChain.BLOCK);
        }
    }

    private static void assertGivenUp(Scene scene, String ending) {
        assertThat(scene.closed(Status.DROPPED, ending) + scene.closed(Status.CANCELLED, ending))
                .as("what is late is given up")
                .isEqualTo(1);
    }

    /** Everything the agent sends goes into a pool like go-ethereum's from now on. */
    static GethPool pool(Scene scene) {
        GethPool pool = new GethPool(scene.chain().rpc());
        scene.faults(pool);
        scene.chain().beforeMining(pool::offer);
        return pool;
    }

    /** The node never sees it. */
    private static Fault refusing(String text) {
        return answering("\"error\":{\"code\":-32000,\"message\":\"" + text + "\"}");
    }

    private static Fault answering(String answer) {
        Fault fault = (ask, behind) -> Reply.of("{\"jsonrpc\":\"2.0\",\"id\":" + id(ask) + "," + answer + "}");
        return fault.onlyFor(SEND);
    }

    /** Answers every transaction with its hash, and the node never sees it. */
    static Fault forgetful() {
        Fault fault = (ask, behind) -> {
            byte[] raw = Hex.decode(Ask.param(ask.calls().getFirst(), 0).stringValue());
            return Reply.of("{\"jsonrpc\":\"2.0\",\"id\":" + id(ask) + ",\"result\":\""
                    + Hash32.of(Keccak256.digest(raw)) + "\"}");
        };
        return fault.onlyFor(SEND);
    }

    private static String id(Ask ask) {
        return ask.calls().getFirst().get("id").toString();
    }
}
