package io.ballast.think.action;

import java.util.function.Function;

/** How far the pricing of a candidate came. */
sealed interface Attempt {
    /** All legs so far can be traded. */
    record Reached(Position position) implements Attempt {}

    /** A leg cannot be traded. */
    record Failed(DropReason reason, String detail) implements Attempt {}

    default Attempt then(Function<Position, Attempt> next) {
        return switch (this) {
            case Reached(Position position) -> next.apply(position);
            case Failed failed -> failed;
        };
    }
}
