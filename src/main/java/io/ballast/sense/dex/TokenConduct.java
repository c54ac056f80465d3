package io.ballast.sense.dex;

import io.ballast.base.units.Bps;

/** How a token behaves when it is moved, as far as it can be seen. */
public sealed interface TokenConduct {
    /** What is sent arrives, and can be sent on. */
    record Plain() implements TokenConduct {}

    /** Less arrives than was sent. */
    record TakesFee(Bps fee) implements TokenConduct {}

    /** Balances change without transfers, or a transfer is rounded to shares. */
    record Rebases(String why) implements TokenConduct {}

    /** A transfer fails. */
    record Refuses(String why) implements TokenConduct {}

    /** Nothing could be moved to see. */
    record Unknown(String why) implements TokenConduct {}

    /** Whether the arithmetic of pools holds for it: a doubt is no. */
    default boolean isTrusted() {
        return this instanceof Plain;
    }

    /** In a few words. */
    default String text() {
        return switch (this) {
            case Plain p -> "plain";
            case TakesFee f -> "keeps " + f.fee().percent() + " of every transfer";
            case Rebases r -> "changes balances by itself: " + r.why();
            case Refuses r -> "cannot be moved: " + r.why();
            case Unknown u -> "is unknown: " + u.why();
        };
    }
}
