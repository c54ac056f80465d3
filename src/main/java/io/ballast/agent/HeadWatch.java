package io.ballast.agent;

import io.ballast.agent.HeadStatus.Health;
import io.ballast.base.units.BlockRef;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.chain.ChainException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges heads as they come between decisions, so that an endpoint that stands still or lies is known before the next decision
 * needs it. It only tells: a decision reads its own head and has its own limits. Thread-safe.
 */
final class HeadWatch {
    private static final Logger LOG = LoggerFactory.getLogger(HeadWatch.class);

    private final InstantSource clock;
    private final Duration maxLag;
    private final Consumer<HeadStatus> listener;
    private HeadStatus status;
    private long highest;

    /**
     * @param maxLag age beyond which a head is stale, and as far ahead of the clock implausible
     * @param listener told when the health changes, on the thread that noticed
     */
    HeadWatch(InstantSource clock, Duration maxLag, Consumer<HeadStatus> listener) {
        this.clock = clock;
        this.maxLag = maxLag;
        this.listener = listener;
        this.status = new HeadStatus(Health.UNSEEN, Optional.empty(), clock.instant(), "no head yet", 0, 0, 0, 0);
    }

    synchronized HeadStatus status() {
        return status;
    }

    /** A head that was read and differs from the one before. */
    void seen(BlockHeader header) {
        change(header.ref());
    }

    /** No other head came in the time one was waited for. */
    void silent() {
        silence();
    }

    /** Nobody answered, or not to be believed. */
    void failed(ChainException failure) {
        unanswered(failure.kind() + " " + failure.getMessage());
    }

    private synchronized void change(BlockRef head) {
        Optional<BlockRef> before = status.newest();
        boolean back = head.number() < highest;
        boolean replaced = before.filter(known -> isReplaced(known, head)).isPresent();
        highest = Math.max(highest, head.number());
        become(
                health(before, head),
                new HeadStatus(
                        status.health(),
                        Optional.of(head),
                        status.since(),
                        words(head),
                        status.heads() + 1,
                        status.wentBack() + (back ? 1 : 0),
                        status.replaced() + (replaced ? 1 : 0),
                        status.unanswered()));
    }

    private Health health(Optional<BlockRef> before, BlockRef head) {
        boolean older = before.filter(known ->
                        head.number() > known.number() && head.timestamp().isBefore(known.timestamp()))
                .isPresent();
        if (older || age(head).negated().compareTo(maxLag) > 0) {
            return Health.IMPLAUSIBLE;
        }
        if (head.number() < highest) {
            return Health.WENT_BACK;
        }
        return age(head).compareTo(maxLag) > 0 ? Health.STALE : Health.IN_STEP;
    }

    private static boolean isReplaced(BlockRef known, BlockRef head) {
        return head.number() == known.number() + 1
                ? !head.parent().equals(known.hash())
                : head.number() <= known.number();
    }

    private synchronized void silence() {
        status.newest()
                .filter(head -> age(head).compareTo(maxLag) > 0)
                .ifPresent(head -> become(Health.STALE, with(words(head), status.unanswered())));
    }

    private synchronized void unanswered(String words) {
        become(Health.UNREACHABLE, with(words, status.unanswered() + 1));
    }

    private HeadStatus with(String words, long unanswered) {
        return new HeadStatus(
                status.health(),
                status.newest(),
                status.since(),
                words,
                status.heads(),
                status.wentBack(),
                status.replaced(),
                unanswered);
    }

    private void become(Health health, HeadStatus next) {
        boolean changed = health != status.health();
        Instant since = changed ? clock.instant() : status.since();
        status = new HeadStatus(
                health,
                next.newest(),
                since,
                next.words(),
                next.heads(),
                next.wentBack(),
                next.replaced(),
                next.unanswered());
        if (changed) {
            tell(status);
        }
    }

    private void tell(HeadStatus now) {
        if (now.isWell()) {
            LOG.info("heads are {}: {}", now.health(), now.words());
        } else {
            LOG.warn("heads are {}: {}", now.health(), now.words());
        }
        listener.accept(now);
    }

    private String words(BlockRef head) {
        String height = head.number() < highest ? ", after block " + highest : "";
        return "block " + head.number() + ", " + age(head).toSeconds() + " s old" + height;
    }

    private Duration age(BlockRef head) {
        return Duration.between(head.timestamp(), clock.instant());
    }
}
