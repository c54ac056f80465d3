package io.ballast.sense.chain.web3j;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Monotonic time and waiting, so that a feed is tested without either. */
public interface PollTimer {
    /** Nanoseconds since some fixed moment, never going back. */
    long nanoTime();

    void sleep(Duration time) throws InterruptedException;

    /** That of the machine. */
    static PollTimer ofSystem() {
        return new PollTimer() {
            @Override
            public long nanoTime() {
                return System.nanoTime();
            }

            @Override
            public void sleep(Duration time) throws InterruptedException {
                TimeUnit.NANOSECONDS.sleep(time.toNanos());
            }
        };
    }
}
