package io.ballast.lab.faults;

import io.ballast.base.units.Wei;
import io.ballast.lab.devnet.price.DevAsset;
import io.ballast.sense.chain.proxy.Fault;
import io.ballast.sense.chain.proxy.Faults;
import io.ballast.sense.chain.proxy.StaleBackend;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/** One trouble after the other, none of which may stop trading for good. One seed is one order. Used by one thread. */
final class SoakTroubles {
    private static final String SEND = "eth_sendRawTransaction";
    private static final Wei SPIKE = Wei.ofGwei(BigDecimal.valueOf(500));
    private static final Wei CALM = Wei.ofGwei(BigDecimal.ONE);
    private final Random random;
    private final SortedMap<String, Integer> counts = new TreeMap<>();
    private String last = "";

    SoakTroubles(Random random) {
        this.random = random;
    }

    /** How often each came. */
    SortedMap<String, Integer> counts() {
        return counts;
    }

    int sum() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    String last() {
        return last;
    }

    void count(String name) {
        last = name;
        counts.merge(name, 1, Integer::sum);
    }

    /** One of them, and its end. */
    void next(SoakScene soak) {
        Map<String, Runnable> all = all(soak);
        String name = List.copyOf(all.keySet()).get(random.nextInt(all.size()));
        count(name);
        all.get(name).run();
        soak.scene().faults();
        soak.scene().skewClock(Duration.ZERO);
    }

    private Map<String, Runnable> all(SoakScene soak) {
        Scene scene = soak.scene();
        Map<String, Runnable> all = new LinkedHashMap<>();
        node(all, soak, "node down", Faults.refuse().times(1 + random.nextInt(20)));
        node(all, soak, "no sending", Faults.refuse().onlyFor(SEND).times(1 + random.nextInt(2)));
        node(
                all,
                soak,
                "sent with an error",
                Faults.error(SEND, -32_000, "internal error").times(2));
        node(all, soak, "sent and forgotten", SubmissionFaultsIT.forgetful().times(1));
        node(
                all,
                soak,
                "no receipts",
                Faults.refuse().onlyFor("eth_getTransactionReceipt").times(5));
        node(all, soak, "502", Faults.status(502, "<html>").times(4));
        node(all, soak, "no answer in time", Faults.hang().times(1));
        node(all, soak, "empty calls", Faults.result("eth_call", "\"0x\"").times(2));
        node(
                all,
                soak,
                "no count",
                Faults.result("eth_getTransactionCount", "null").times(2));
        node(all, soak, "old blocks", StaleBackend.behindBy(1 + random.nextInt(20)));
        node(all, soak, "two nodes in turn", Fault.inTurn(Fault.none(), StaleBackend.behindBy(1)));
        node(all, soak, "cut answers", Faults.body(SoakTroubles::half).times(3));
        node(all, soak, "batches in any order", Faults.reorderedBatch());
        all.put("clock off", () -> {
            scene.skewClock(Duration.ofMinutes(random.nextBoolean() ? 60 : -60));
            scene.cycle();
        });
        all.put("dust", () -> {
            scene.strangers().give(scene.chain().account(), scene.chain().amount(DevAsset.USDC, "0.000001"));
            scene.strangers().pay(Strangers.TRADER, scene.chain().account(), Wei.of(1));
            scene.cycle();
        });
        all.put("dear gas", () -> {
            scene.chain().rpc().setNextBlockBaseFee(SPIKE);
            scene.cycle();
            scene.chain().rpc().setNextBlockBaseFee(CALM);
            scene.chain().mine(FaultChain.BLOCK);
        });
        all.put("price runs away", () -> {
            soak.runAway();
            scene.cycle();
            soak.comeBack();
        });
        all.put("reorganisation", () -> {
            soak.reorganise();
            scene.cycle();
        });
        return all;
    }

    private void node(Map<String, Runnable> all, SoakScene soak, String name, Fault fault) {
        int cycles = 1 + random.nextInt(3);
        all.put(name, () -> {
            soak.scene().faults(fault);
            for (int i = 0; i < cycles; i++) {
                soak.scene().cycle();
            }
        });
    }

    private static String half(String body) {
        return body.substring(0, body.length() / 2);
    }
}
