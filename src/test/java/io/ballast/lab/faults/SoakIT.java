package io.ballast.lab.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import io.ballast.lab.devnet.price.DevAsset;
import io.ballast.sense.chain.proxy.Fault;
import io.ballast.sense.chain.proxy.Faults;
import io.ballast.sense.chain.proxy.StaleBackend;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** F64: a random mix of faults for as long as {@code -Dballast.soak=PT60M} says. */
@EnabledIfSystemProperty(named = "ballast.soak", matches = "PT.*")
class SoakIT {
    private static final long SEED = Long.getLong("ballast.seed", 64);
    private static final List<String> STEPS = List.of(
            "before journal IntentPlanned",
            "before sign",
            "before send",
            "after send",
            "before journal IntentMined",
            "before journal IntentClosed",
            "before head");
    private final Random random = new Random(SEED);
    private int crashes;
    private int faults;
    private int checks;

    @Test
    void f64_holdsAllInvariantsForAsLongAsItIsAskedTo() {
        Duration span = Duration.parse(System.getProperty("ballast.soak"));
        long end = System.nanoTime() + span.toNanos();
        long fills = 0;
        long[] first = {0, 0};
        for (int scenes = 0; System.nanoTime() < end; scenes++) {
            fills += scene(end);
            long[] now = resources();
            if (scenes == 1) {
                first = now;
            }
            System.out.printf(
                    java.util.Locale.ROOT,
                    "soak from seed %d: scenes %d, fills %d, faults %d, crashes %d, checks %d, heap %d MB, descriptors"
                            + " %d%n",
                    SEED,
                    scenes + 1,
                    fills,
                    faults,
                    crashes,
                    checks,
                    now[0],
                    now[1]);
            assertThat(first[0] == 0 || now[0] < first[0] + 100).as("flat heap").isTrue();
            assertThat(first[1] == 0 || now[1] < first[1] + 100)
                    .as("flat descriptors")
                    .isTrue();
        }
        assertThat(fills).isPositive();
    }

    /** A day or two of the chain's time: one account, one journal, faults all the while. */
    private long scene(long end) {
        CaseRecord record = new CaseRecord();
        try {
            Scene scene = record.scene(new SceneFiles()
                    .confirmations(1 + random.nextInt(3))
                    .limit("max_notional_per_day", "1000000 USD")
                    .limit("max_trades_per_day", "1000"));
            scene.start();
            for (int i = 0; i < 60 && System.nanoTime() < end; i++) {
                disturb(scene);
                nextHour(scene);
                scene.tradesAgain();
                if (i % 10 == 9) {
                    scene.check();
                    checks++;
                }
            }
            scene.check();
            return scene.fills();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("seed " + SEED + " after " + faults + " faults: " + e.getMessage(), e);
        } finally {
            record.closeAll();
        }
    }

    private void disturb(Scene scene) {
        if (random.nextInt(3) == 0) {
            crash(scene);
            return;
        }
        faults++;
        scene.faults(List.<Fault>of(
                        Faults.refuse().times(1 + random.nextInt(20)),
                        Faults.refuse().onlyFor("eth_sendRawTransaction").times(1),
                        Faults.error("eth_sendRawTransaction", -32_000, "internal error")
                                .times(2),
                        Faults.refuse().onlyFor("eth_getTransactionReceipt").times(5),
                        Faults.status(502, "<html>").times(4),
                        Faults.result("eth_call", "\"0x\"").times(2),
                        StaleBackend.behindBy(random.nextInt(20)),
                        Fault.inTurn(Fault.none(), StaleBackend.behindBy(1)),
                        Faults.body(body -> body.substring(0, body.length() / 2))
                                .times(3),
                        Faults.reorderedBatch())
                .get(random.nextInt(10)));
        for (int i = 0; i <= random.nextInt(3); i++) {
            scene.cycle();
        }
        scene.faults();
    }

    private void crash(Scene scene) {
        crashes++;
        scene.start(Fuse.at(STEPS.get(random.nextInt(STEPS.size())), 1 + random.nextInt(2)));
        feedTheAgent(scene);
        for (int i = 0; i < 3; i++) {
            try {
                scene.cycle();
            } catch (Crash crash) {
                scene.gone();
                break;
            }
        }
        scene.start();
    }

    /** Something to trade: a deposit of the trader's, and feeds that are fresh. */
    private void feedTheAgent(Scene scene) {
        scene.strangers()
                .give(scene.chain().account(), scene.chain().amount(DevAsset.USDC, "" + (500 + random.nextInt(2_000))));
        for (DevAsset asset : DevAsset.values()) {
            BigDecimal price = scene.strangers().price(asset);
            scene.strangers().feed(asset, price);
        }
        scene.chain().mine(FaultChain.BLOCK);
    }

    private void nextHour(Scene scene) {
        scene.chain().mine(Duration.ofMinutes(50));
        feedTheAgent(scene);
    }

    private static long[] resources() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        long heap = (runtime.totalMemory() - runtime.freeMemory()) >> 20;
        boolean unix = ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean;
        long open = unix
                ? ((UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                        .getOpenFileDescriptorCount()
                : 0;
        return new long[] {heap, open};
    }
}
