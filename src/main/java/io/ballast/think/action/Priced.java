package io.ballast.think.action;

/** A candidate, or why it is none. */
sealed interface Priced {
    record Ready(Candidate candidate) implements Priced {}

    record Dropped(DropReason reason, String detail) implements Priced {}
}
