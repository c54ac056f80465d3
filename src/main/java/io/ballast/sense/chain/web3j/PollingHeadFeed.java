package io.ballast.sense.chain.web3j;

import io.ballast.base.units.BlockRef;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.ChainReader;
import io.ballast.sense.chain.HeadFeed;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Announces new heads by asking for the newest one again and again. Thread-safe. */
public final class PollingHeadFeed implements HeadFeed {
    private static final Logger LOG = LoggerFactory.getLogger(PollingHeadFeed.class);
    private final ChainReader reader;
    private final Supplier<Duration> interval;
    private final PollTimer timer;

    /**
     * @param interval pause between two questions
     */
    public PollingHeadFeed(ChainReader reader, Duration interval, PollTimer timer) {
        this(reader, always(interval), timer);
    }

    private static Supplier<Duration> always(Duration interval) {
        if (!interval.isPositive()) {
            throw new IllegalArgumentException("polling interval must be positive, was " + interval);
        }
        return () -> interval;
    }

    /** @param interval pause before the next question, as of now; positive */
    PollingHeadFeed(ChainReader reader, Supplier<Duration> interval, PollTimer timer) {
        this.reader = reader;
        this.interval = interval;
        this.timer = timer;
    }

    /**
     * {@inheritDoc}
     *
     * <p>Asks at least once. If the thread is interrupted the answer is empty and the flag stays set.
     *
     * @throws ChainException UNAVAILABLE or DISAGREEMENT if that came of the last question before the time-out, since nothing
     *     is known of the head then; of another kind at once
     */
    @Override
    public Optional<BlockHeader> awaitChange(BlockRef known, Duration timeout) {
        long start = timer.nanoTime();
        while (true) {
            @Nullable ChainException failure = null;
            try {
                BlockHeader head = reader.head();
                if (!head.ref().hash().equals(known.hash())) {
                    return Optional.of(head);
                }
            } catch (ChainException e) {
                failure = tolerated(e);
            }
            Duration left = timeout.minusNanos(timer.nanoTime() - start);
            if (!left.isPositive() && failure != null) {
                throw failure;
            }
            Duration pause = interval.get();
            if (!left.isPositive() || !slept(left.compareTo(pause) < 0 ? left : pause)) {
                return Optional.empty();
            }
        }
    }

    private static ChainException tolerated(ChainException failure) {
        boolean passing =
                failure.kind() == ChainException.Kind.UNAVAILABLE || failure.kind() == ChainException.Kind.DISAGREEMENT;
        if (!passing) {
            throw failure;
        }
        LOG.warn("head unknown: {}", failure.getMessage());
        return failure;
    }

    private boolean slept(Duration time) {
        try {
            timer.sleep(time);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
