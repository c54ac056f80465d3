package io.ballast.lab.devnet;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * How to set up a devnet.
 *
 * @param seed fixes the market and all who trade in it
 * @param port on 127.0.0.1; 0 lets the system pick a free one
 * @param start time of the genesis block, in whole seconds
 * @param home where downloaded contracts are kept
 */
public record DevnetOptions(long seed, int port, Instant start, Pace pace, Path home) {
    /** Start of every lock-step chain that names no other. */
    public static final Instant EPOCH = Instant.parse("2026-01-01T00:00:00Z");

    public DevnetOptions {
        if (!start.equals(start.truncatedTo(ChronoUnit.SECONDS))) {
            throw new IllegalArgumentException("start must be whole seconds, was " + start);
        }
    }

    /** Mined by hand, from {@link #EPOCH}. */
    public static DevnetOptions lockStep(long seed, Path home) {
        return new DevnetOptions(seed, 0, EPOCH, new Pace.LockStep(), home);
    }

    /** A block a second, a market minute per second. The genesis block lies that long back, at least two seconds. */
    public static DevnetOptions realTime(long seed, Instant now, Duration history, Path home) {
        Instant start = now.truncatedTo(ChronoUnit.SECONDS).minusSeconds(Math.max(2, history.toSeconds()));
        return new DevnetOptions(seed, 0, start, new Pace.RealTime(Duration.ofSeconds(1), 60), home);
    }

    public DevnetOptions withPort(int other) {
        return new DevnetOptions(seed, other, start, pace, home);
    }
}
