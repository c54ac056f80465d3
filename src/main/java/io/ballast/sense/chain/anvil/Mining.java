package io.ballast.sense.chain.anvil;

import java.time.Duration;
import java.util.List;

/** When anvil mines. */
public sealed interface Mining {
    /** A block for every transaction, at once. */
    record Automatic() implements Mining {}

    /** Only when told: {@code --no-mining}. */
    record Manual() implements Mining {}

    /** A block every so often; anvil accepts fractions of a second. */
    record Interval(Duration every) implements Mining {
        public Interval {
            if (!every.isPositive()) {
                throw new IllegalArgumentException("block time must be positive, was " + every);
            }
        }
    }

    /** The flags for the command line. */
    default List<String> flags() {
        return switch (this) {
            case Automatic() -> List.of();
            case Manual() -> List.of("--no-mining");
            case Interval(Duration every) ->
                List.of(
                        "--block-time",
                        java.math.BigDecimal.valueOf(every.toMillis(), 3).toPlainString());
        };
    }
}
