package io.ballast.lab.devnet;

import io.ballast.base.units.Wei;
import io.ballast.lab.devnet.anvil.DevChain;
import io.ballast.lab.devnet.anvil.DevTransaction;
import io.ballast.lab.devnet.anvil.FeeLadder;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.chain.ChainException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends the order flow of every block from a thread of its own until it is closed. */
public final class RealTimeFlow implements Drive {
    private static final Logger LOG = LoggerFactory.getLogger(RealTimeFlow.class);

    /** Looks for a new block that many times per block. */
    private static final int POLLS = 5;

    private final DevChain chain;
    private final Market market;
    private final Pace.RealTime pace;
    private final Instant start;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread =
            Thread.ofPlatform().name("order-flow").daemon().unstarted(this::run);
    private Instant last;

    RealTimeFlow(DevChain chain, Market market, Pace.RealTime pace) {
        this.chain = chain;
        this.market = market;
        this.pace = pace;
        this.start = chain.head().ref().timestamp();
        this.last = start;
    }

    /** Makes up for the time since the start of the chain in blocks of that distance, then begins to mine and to send. */
    public void begin(InstantSource clock, Duration distance) {
        for (Instant next = last.plus(distance); next.isBefore(clock.instant()); next = next.plus(distance)) {
            mineHistory(next);
        }
        // anvil goes on from the time of this block, so it has to be now.
        mineHistory(latest(clock.instant().truncatedTo(ChronoUnit.SECONDS), last.plusSeconds(1)));
        beginQuietly();
        thread.start();
    }

    private void mineHistory(Instant time) {
        send(time);
        chain.mine(time);
    }

    private static Instant latest(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    /** Begins to mine, without any order flow: the pools stand still unless somebody else trades. */
    public void beginQuietly() {
        chain.mineEvery(pace.blockTime());
    }

    @Override
    public BlockHeader mineWith(List<DevTransaction> transactions) {
        chain.send(transactions, FeeLadder.ahead(chain.head().baseFee()));
        chain.mine();
        return chain.head();
    }

    private void run() {
        try {
            while (!stop.await(pace.blockTime().toMillis() / POLLS, TimeUnit.MILLISECONDS)) {
                tick();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("order flow has ended", e);
        }
    }

    private void tick() {
        try {
            step();
        } catch (ChainException e) {
            LOG.warn("order flow left out a block: {}", e.getMessage());
            recover();
        }
    }

    private void step() {
        Instant now = chain.head().ref().timestamp();
        if (!now.isAfter(last)) {
            return;
        }
        send(now);
    }

    private void send(Instant now) {
        Duration passed = Duration.between(last, now).multipliedBy(pace.speed());
        last = now;
        Wei baseFee = market.gas().next();
        Instant inMarket = start.plus(Duration.between(start, now).multipliedBy(pace.speed()));
        chain.send(market.flow().next(market.path().at(inMarket), passed), FeeLadder.ahead(baseFee));
    }

    private void recover() {
        try {
            chain.recount();
        } catch (ChainException e) {
            LOG.warn("order flow cannot count its nonces: {}", e.getMessage());
        }
    }

    /** Returns when nothing more will be sent. */
    @Override
    public void close() {
        stop.countDown();
        if (thread.getState() == Thread.State.NEW) {
            return;
        }
        try {
            if (thread.isAlive() && !thread.join(Duration.ofSeconds(10))) {
                LOG.warn("order flow did not end in 10 s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
