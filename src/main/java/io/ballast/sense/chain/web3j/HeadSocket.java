package io.ballast.sense.chain.web3j;

import io.ballast.base.units.Hash32;
import io.ballast.sense.chain.BlockHeader;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A WebSocket subscribed to {@code newHeads}, connected again whenever it breaks, answers no ping or is found silent. What it
 * pushes is only a hint to look: nothing is believed of it. Thread-safe.
 */
final class HeadSocket implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HeadSocket.class);
    private static final int REMEMBERED = 64;
    private static final int MISSES = 2;
    private static final double JITTER = 0.2;
    private final EndpointName name;
    private final Request request;
    private final OkHttpClient client;
    private final SocketPolicy policy;
    private final Semaphore hints = new Semaphore(0);
    private final Set<Hash32> pushed = Collections.synchronizedSet(Collections.newSetFromMap(recent()));
    private final AtomicReference<@Nullable HeadSubscription> current = new AtomicReference<>();
    private final Thread keeper;
    private final AtomicReference<@Nullable Hash32> lastPushed = new AtomicReference<>();
    private final AtomicReference<@Nullable Hash32> lastRead = new AtomicReference<>();
    private int misses;

    /**
     * @param url wss, or ws to a host of the local network
     * @throws IllegalArgumentException without the URL in its message
     */
    HeadSocket(int index, String url, SocketPolicy policy) {
        HttpUrl parsed = HttpUrl.parse(url.replaceFirst("^ws", "http"));
        if (parsed == null || !url.startsWith("ws")) {
            throw new IllegalArgumentException("rpc " + index + ": not a websocket URL");
        }
        this.name = new EndpointName(index, parsed);
        PlainHttp.require(name, parsed);
        this.request = new Request.Builder().url(parsed).build();
        this.client = new OkHttpClient.Builder()
                .socketFactory(new PromptSockets())
                .followRedirects(false)
                .pingInterval(policy.ping())
                .build();
        this.policy = policy;
        this.keeper = Thread.ofPlatform().daemon().name("head-socket").start(this::keep);
    }

    private static Map<Hash32, Boolean> recent() {
        return new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Hash32, Boolean> eldest) {
                return size() > REMEMBERED;
            }
        };
    }

    /** Whether heads are being pushed, as far as is known. */
    boolean isUp() {
        HeadSubscription subscription = current.get();
        return subscription != null && subscription.isStanding();
    }

    /** Waits until it stands, or ends for the first time, at most so long; whether it stands. */
    boolean awaitUp(Duration patience) {
        try {
            if (hints.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                hints.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return isUp();
    }

    /** How often to ask over HTTP: seldom only while nothing is pushed that was not read. */
    Duration interval() {
        boolean caughtUp = Objects.equals(lastPushed.get(), lastRead.get());
        return isUp() && caughtUp ? policy.silence() : policy.poll();
    }

    /** Waits for a hint, at most so long; earlier hints that nobody waited for count as one. */
    void await(Duration time) throws InterruptedException {
        if (hints.tryAcquire(time.toNanos(), TimeUnit.NANOSECONDS)) {
            hints.drainPermits();
        }
    }

    /** Tells of a head that was read, so that a socket that did not push it is found out. */
    synchronized void read(BlockHeader head) {
        Hash32 before = lastRead.getAndSet(head.ref().hash());
        if (before != null && isUp()) {
            // The newest may yet be pushed; the one before should have been.
            misses = pushed.contains(before) ? 0 : misses + 1;
        }
        HeadSubscription subscription = current.get();
        if (misses >= MISSES && subscription != null) {
            misses = 0;
            subscription.end("it is silent");
        }
    }

    private void keep() {
        int failures = 0;
        while (!Thread.currentThread().isInterrupted()) {
            HeadSubscription subscription = new HeadSubscription(name, hints::release, this::hint);
            current.set(subscription);
            subscription.open(client, request);
            try {
                subscription.awaitEnd();
                failures = subscription.stood() ? 0 : failures + 1;
                LOG.warn("{}: head socket ended ({}), heads are polled meanwhile", name, subscription.reason());
                // Whoever waits for a hint from it shall look by himself.
                hints.release();
                TimeUnit.NANOSECONDS.sleep(pause(failures).toNanos());
            } catch (InterruptedException e) {
                subscription.end("closed");
                Thread.currentThread().interrupt();
            }
        }
    }

    private void hint(Hash32 hash) {
        if (pushed.add(hash)) {
            lastPushed.set(hash);
            hints.release();
        }
    }

    private Duration pause(int failures) {
        double spread = 1 + JITTER * (2 * ThreadLocalRandom.current().nextDouble() - 1);
        double doubled = (double) policy.backoff().toNanos() * Math.pow(2, Math.min(failures, 30)) * spread;
        return Duration.ofNanos(
                (long) Math.min(doubled, (double) policy.maxBackoff().toNanos()));
    }

    @Override
    public void close() {
        keeper.interrupt();
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }
}
