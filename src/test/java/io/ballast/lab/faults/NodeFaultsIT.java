package io.ballast.lab.faults;

import io.ballast.base.units.Hex;
import io.ballast.lab.devnet.contract.AbiEncoder;
import io.ballast.sense.chain.proxy.Fault;
import io.ballast.sense.chain.proxy.Faults;
import io.ballast.sense.chain.proxy.StaleBackend;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.Venue;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;

/** F13 to F22: nodes that are silent, broken, late or lie, between an agent that wants to trade and its chain. */
class NodeFaultsIT {
    private static final String TWO_NODES = "{urls: [$urls], sync: on_decision, max_head_lag: 60s}";

    @FaultCase(
            id = "F13",
            injection = "node down at each stage: reading, simulating, sending, waiting",
            expected = "no trade on old data; what was sent is found again")
    void f13_nodeDownAtEachStage(CaseRecord record) {
        Scene scene = record.scene();
        scene.start();
        scene.faults(Faults.refuse());
        scene.blindCycles(2);
        scene.faults(Faults.refuse().onlyFor("eth_simulateV1"));
        scene.quietCycles(1);
        scene.faults(Faults.refuse().onlyFor("eth_sendRawTransaction").times(1));
        scene.tradesAgain();
        scene.faults(Faults.refuse().onlyFor("eth_getTransactionReceipt").times(7));
        scene.tradesAgain();
        scene.faults();
        scene.tradesAgain();
        scene.check();
    }

    @FaultCase(
            id = "F14",
            injection = "first node takes requests and never answers",
            expected = "time-out, then the other node; a lone node: no trade")
    void f14_nodeHangs(CaseRecord record) {
        Scene scene = record.scene(new SceneFiles().agent("rpc", TWO_NODES), 2);
        scene.start();
        scene.faults(0, Faults.hang().times(2));
        scene.tradesAgain();
        scene.faults(0, Faults.hang().times(1), Faults.refuse());
        scene.faults(1, Faults.refuse());
        scene.blindCycles(1);
        scene.faults();
        scene.tradesAgain();
        scene.check();
    }

    @FaultCase(
            id = "F15",
            injection = "429, 502 with a page for people, TLS that is none, a name that is none",
            expected = "the next node in order; all of them: no trade")
    void f15_httpErrors(CaseRecord record) {
        Scene scene = record.scene(
                new SceneFiles()
                        .agent(
                                "rpc",
                                "{urls: [\"https://127.0.0.1:9/\", \"https://nowhere.invalid/\", $urls], sync:"
                                        + " on_decision, max_head_lag: 60s}"),
                2);
        Fault errors = Fault.inTurn(Faults.status(429, "slow down"), Faults.status(502, "<html>bad gateway</html>"));
        scene.start();
        scene.faults(0, errors);
        scene.tradesAgain();
        scene.faults(1, errors);
        scene.blindCycles(2);
        scene.faults();
        scene.tradesAgain();
        scene.check();
    }

    @FaultCase(
            id = "F16",
            injection = "cut JSON, wrong ids, batches with items twice or missing, 100 MB",
            expected = "the answer is rejected; nothing is read out of it")
    void f16_brokenEnvelopes(CaseRecord record) {
        Scene scene = record.scene();
        scene.start();
        for (Fault fault : List.of(
                Faults.body(body -> body.substring(0, body.length() / 2)),
                Faults.answers("eth_call", answer -> answer.put("id", 987_654_321)),
                Faults.batch(items -> items.add(items.get(0))),
                Faults.batch(items -> items.remove(items.size() - 1)),
                Faults.gzipBomb(100L << 20))) {
            scene.faults(fault);
            scene.blindCycles(1);
        }
        scene.faults(Faults.reorderedBatch());
        scene.tradesAgain();
        scene.check();
    }

    @FaultCase(
            id = "F17",
            injection = "null, error beside result, 0x, odd or negative hex where a number is due",
            expected = "rejected, never read as zero")
    void f17_brokenNumbers(CaseRecord record) {
        Scene scene = record.scene();
        scene.start();
        for (String number : List.of("null", "\"0x\"", "\"-0x1\"", "\"0xzz\"", "{}")) {
            scene.faults(
                    Faults.result("eth_getTransactionCount", number), Faults.answers("eth_call", answer -> answer));
            scene.quietCycles(1);
        }
        scene.faults(Faults.answers("eth_call", answer -> {
            answer.putObject("error").put("code", -32000).put("message", "and an error");
            return answer;
        }));
        scene.blindCycles(1);
        scene.faults(Faults.result("eth_call", "\"0x\""));
        scene.quietCycles(1);
        scene.faults();
        scene.tradesAgain();
        scene.check();
    }

    @FaultCase(
            id = "F18",
            injection = "node is 20 blocks behind",
            expected = "stale: no trade; a fresh node is preferred")
    void f18_staleNode(CaseRecord record) {
        Scene scene = record.scene(new SceneFiles().agent("rpc", TWO_NODES), 2);
        scene.start();
        scene.faults(StaleBackend.behindBy(20));
        scene.quietCycles(2);
        scene.faults(0, StaleBackend.behindBy(20));
        scene.faults(1);
        scene.tradesAgain();
        scene.check();
    }

    @FaultCase(
            id = "F19",
            injection = "answers come in turn from two nodes, one of them a block behind",
            expected = "all reads of a decision are of one block, or there is none")
    void f19_flappingHeads(CaseRecord record) {
        Scene scene = record.scene();
        scene.start();
        scene.faults(Fault.inTurn(Fault.none(), StaleBackend.behindBy(1)));
        for (int i = 0; i < 3; i++) {
            scene.cycle();
        }
        scene.faults();
        scene.tradesAgain();
        scene.check();
    }

    @FaultCase(
            id = "F20",
            injection = "every pool's price is a third too high by this node",
            expected = "feeds and simulation disagree with it: no trade")
    void f20_lyingReserves(CaseRecord record) {
        Scene scene = record.scene();
        scene.start();
        scene.faults(lyingPools(scene));
        scene.quietCycles(2);
        scene.faults();
        scene.tradesAgain();
        scene.check();
    }

    @FaultCase(
            id = "F21",
            injection = "the count of transactions is too high; the coins are too many",
            expected = "HALTED on the first difference")
    void f21_lyingAnswers(CaseRecord record) {
        Scene counted = record.scene();
        counted.start();
        counted.tradesAgain();
        counted.faults(Faults.result("eth_getTransactionCount", "\"0x5\""));
        counted.quietCycles(1);
        counted.faults();
        counted.staysHalted();
        counted.check();

        Scene coins = record.scene();
        coins.start();
        String real = word(Hex.quantity(coins.chain()
                .rpc()
                .call("eth_getBalance", coins.chain().account().hex(), "latest")
                .stringValue()));
        coins.faults(Faults.body(body -> body.replace(real, word(BigInteger.TWO.pow(100)))));
        coins.cycle();
        coins.faults();
        coins.tradesAgainOrHalted();
        coins.check();
    }

    @FaultCase(
            id = "F22",
            injection = "the second node is on another chain, and the first goes down; the first one changes chains",
            expected = "never used; nothing is signed")
    void f22_wrongChain(CaseRecord record) {
        Scene scene = record.scene(new SceneFiles().agent("rpc", TWO_NODES), 2);
        Fault elsewhere = Faults.result("eth_chainId", "\"0x1\"");
        scene.faults(1, elsewhere);
        scene.start();
        scene.faults(0, Faults.refuse());
        scene.blindCycles(1);
        scene.faults(0);
        scene.tradesAgain();
        scene.faults(0, Faults.refuse());
        scene.blindCycles(1);
        scene.faults(0, elsewhere);
        scene.blindCycles(1);
        scene.faults();
        scene.saw("an endpoint of another chain is not used again by this process");
        scene.start();
        scene.tradesAgain();
        scene.check();
    }

    /** Prices of concentrated pools and reserves of pairs, in whatever form the node is asked for them. */
    private static Fault lyingPools(Scene scene) {
        return Faults.body(body -> {
            String changed = body;
            for (PoolSpec pool : scene.config().universe().pools()) {
                String getter = pool.venue() == Venue.UNISWAP_V2 ? "getReserves()" : "slot0()";
                BigInteger real = scene.chain()
                        .word(pool.id().address(), AbiEncoder.call(getter).toBytes());
                BigInteger lie = real.multiply(BigInteger.valueOf(115)).divide(BigInteger.valueOf(100));
                changed = changed.replace(
                        real.toString(16), padded(lie, real.toString(16).length()));
            }
            return changed;
        });
    }

    private static String padded(BigInteger number, int digits) {
        String text = number.toString(16);
        return text.length() > digits ? "f".repeat(digits) : "0".repeat(digits - text.length()) + text;
    }

    private static String word(BigInteger number) {
        return String.format(Locale.ROOT, "%064x", number);
    }
}
