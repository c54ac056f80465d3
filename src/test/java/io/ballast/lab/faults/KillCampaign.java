package io.ballast.lab.faults;

import io.ballast.act.journal.OpenIntent;
import io.ballast.lab.devnet.price.DevAsset;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * {@code kill -9} at random times, most of them in the middle of a trade, some while it starts. No block passes until the next
 * process runs, or so many that deadlines have passed, as the seed says.
 */
final class KillCampaign implements AutoCloseable {
    private static final Duration BLOCK = Duration.ofSeconds(1);
    private static final long BLOCK_NANOS = Duration.ofMillis(150).toNanos();
    private static final int MOST_STARTS = 4;
    private static final long LEAST_NANOS = Duration.ofMillis(1_500).toNanos();
    private static final int MOST_BLOCKS = 200;
    private final Scene scene;
    private final Random random;
    private final AtomicBoolean mining = new AtomicBoolean();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread miner = Thread.ofPlatform().name("miner").daemon().unstarted(this::mine);
    private int inTheMiddle;
    /** Within which a trader is killed: as long as one takes to start, for a busy machine trades as slowly as it starts. */
    private long span = LEAST_NANOS;

    KillCampaign(Scene scene, long seed) {
        this.scene = scene;
        this.random = new Random(seed);
        miner.start();
    }

    /** Small bites, so that there is always one more to trade. */
    static SceneFiles files() {
        return new SceneFiles()
                .blockTime(BLOCK)
                .limit("max_notional_per_trade", "150 USD")
                .limit("max_equal_trades", "10000")
                .limit("max_trades_per_hour", "10000")
                .limit("max_trades_per_day", "10000");
    }

    /** How many of the kills left an intent open. */
    int inTheMiddle() {
        return inTheMiddle;
    }

    void run(int kills) {
        for (int i = 0; i < kills; i++) {
            kill(1);
            if (random.nextBoolean()) {
                pass(random.nextInt(MOST_BLOCKS));
            }
        }
    }

    /** Feeds are written meanwhile, as they are on a chain that goes on: their heartbeat is an hour. */
    private void pass(int blocks) {
        for (DevAsset asset : DevAsset.values()) {
            scene.strangers().feed(asset, scene.strangers().price(asset));
        }
        for (int block = 0; block <= blocks; block++) {
            scene.chain().mine(BLOCK);
        }
    }

    /** A trader that finds no usable node at its start ends by itself; like a supervisor, this starts it again. */
    private void kill(int attempt) {
        boolean starting = random.nextInt(5) == 0;
        double when = random.nextDouble();
        boolean ready = true;
        long begun = System.nanoTime();
        Process trader = start();
        mining.set(true);
        try (BufferedReader output = trader.inputReader()) {
            if (!starting) {
                ready = isReady(output, attempt);
                span = Math.max(LEAST_NANOS, System.nanoTime() - begun);
            }
            if (ready && trader.waitFor((long) (when * span), TimeUnit.NANOSECONDS)) {
                throw new AssertionError("the trader ended by itself: "
                        + output.lines().reduce((a, b) -> b).orElse("without a word"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            mining.set(false);
            trader.destroyForcibly().onExit().join();
        }
        List<OpenIntent> open = scene.ledger().open();
        inTheMiddle += open.isEmpty() ? 0 : 1;
        if (!ready) {
            kill(attempt + 1);
        }
    }

    private static boolean isReady(BufferedReader output, int attempt) throws IOException {
        StringBuilder said = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.equals(TraderChild.READY)) {
                return true;
            }
            said.append(line).append('\n');
        }
        if (attempt == MOST_STARTS) {
            throw new AssertionError("the trader did not start " + attempt + " times: " + said);
        }
        return false;
    }

    private Process start() {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+IgnoreUnrecognizedVMOptions",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                TraderChild.class.getName(),
                scene.home().toString(),
                scene.chain().devnet().rpcUrl().toString());
        try {
            return builder.redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void mine() {
        while (closing.getCount() > 0) {
            LockSupport.parkNanos(BLOCK_NANOS);
            if (mining.get()) {
                scene.chain().mine(BLOCK);
            }
        }
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            miner.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
