package io.ballast.lab.devnet;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that shows the time of the newest block: it stands still between blocks. Thread-safe if its source is. */
public final class ChainClock extends Clock {
    private final InstantSource latestBlock;
    private final ZoneId zone;

    /** In UTC. */
    public ChainClock(InstantSource latestBlock) {
        this(latestBlock, ZoneOffset.UTC);
    }

    private ChainClock(InstantSource latestBlock, ZoneId zone) {
        this.latestBlock = latestBlock;
        this.zone = zone;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new ChainClock(latestBlock, other);
    }

    @Override
    public Instant instant() {
        return latestBlock.instant();
    }
}
