package io.ballast.lab.devnet;

import java.time.Duration;

/** How time passes on a devnet. */
public sealed interface Pace {
    /** Only when a block is mined by hand; the seed fixes every block. */
    record LockStep() implements Pace {}

    /**
     * By the wall clock.
     *
     * @param blockTime whole seconds
     * @param speed seconds that pass in the market per second of the clock
     */
    record RealTime(Duration blockTime, int speed) implements Pace {
        public RealTime {
            if (blockTime.toSeconds() < 1 || blockTime.toNanosPart() != 0 || speed < 1) {
                throw new IllegalArgumentException(
                        "block time must be whole seconds and speed at least 1, were " + blockTime + " and " + speed);
            }
        }
    }
}
