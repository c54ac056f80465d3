package io.ballast.lab.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.base.units.Hex;
import io.ballast.lab.devnet.contract.AbiEncoder;
import io.ballast.lab.devnet.price.DevAsset;
import io.ballast.sense.chain.proxy.Fault;
import io.ballast.sense.chain.proxy.Faults;
import io.ballast.sense.chain.proxy.StaleBackend;
import io.ballast.sense.chain.web3j.OwnCertificate;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.Venue;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import mockwebserver3.MockWebServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

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
            injection =
                    "429, 502 with a page for people, a certificate that nobody vouches for, a name that nobody knows",
            expected = "the next node in order; all of them: no trade")
    void f15_httpErrors(CaseRecord record) throws Exception {
        try (MockWebServer impostor = OwnCertificate.serving("localhost")) {
            String url = "https://localhost:" + impostor.getPort() + "/";
            httpErrors(record.scene(
                    new SceneFiles()
                            .agent(
                                    "rpc",
                                    "{urls: [\"" + url + "\", \"https://nowhere.invalid/\", $urls], sync: on_decision,"
                                            + " max_head_lag: 60s}"),
                    2));
            assertThat(impostor.getRequestCount()).as("nothing is said to it").isZero();
        }
    }

    private static void httpErrors(Scene scene) {
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
            injection =
                    "the count of transactions is too high; coins are too many, tokens too few; a receipt says that a"
                            + " failed swap succeeded, another that a good one failed",
            expected = "each of them: HALTED on the first difference; half the dollars gone is a drawdown")
    void f21_lyingAnswers(CaseRecord record) {
        lie(record, scene -> Faults.result("eth_getTransactionCount", "\"0x5\""));
        lie(record, scene -> instead(() -> coins(scene), coins -> BigInteger.TWO.pow(100)));
        lie(record, scene -> instead(() -> dollars(scene), dollars -> dollars.shiftRight(1)));
        lieOfASwap(record, true);
        lieOfASwap(record, false);
    }

    private static void lie(CaseRecord record, Function<Scene, Fault> lie) {
        Scene scene = record.scene(new SceneFiles().agent("flows", "{reconcile_every: 5}"));
        scene.start();
        scene.tradesAgain();
        scene.faults(lie.apply(scene));
        scene.cycle();
        scene.faults();
        scene.cycle();
        scene.staysHalted();
        scene.check();
    }

    /** The receipt of the swap says the opposite. */
    private static void lieOfASwap(CaseRecord record, boolean success) {
        Scene scene = record.scene();
        scene.start(
                MarketFaultsIT.atSwap(scene, () -> {
                    if (success) {
                        scene.strangers().raiseWeth("4000000");
                    }
                    scene.faults(Faults.result("eth_getTransactionReceipt", receipt -> said(receipt, success)));
                }),
                Fuse.none());
        scene.cycle();
        scene.faults();
        scene.staysHalted();
        scene.check();
    }

    private static JsonNode said(JsonNode receipt, boolean success) {
        return receipt instanceof ObjectNode known ? known.put("status", success ? "0x1" : "0x0") : receipt;
    }

    /** Another number for one that changes with every block, as a word of a call's result and as a result of its own. */
    private static Fault instead(Supplier<BigInteger> real, UnaryOperator<BigInteger> lie) {
        return Faults.body(body -> {
            BigInteger truth = real.get();
            BigInteger said = lie.apply(truth);
            return body.replace(word(truth), word(said)).replace(quantity(truth), quantity(said));
        });
    }

    private static String quantity(BigInteger number) {
        return '"' + Hex.ofQuantity(number) + '"';
    }

    private static BigInteger coins(Scene scene) {
        return Hex.quantity(scene.chain()
                .rpc()
                .call("eth_getBalance", scene.chain().account().hex(), "latest")
                .stringValue());
    }

    private static BigInteger dollars(Scene scene) {
        return scene.evidence().balance(scene.chain().token(DevAsset.USDC)).raw();
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
