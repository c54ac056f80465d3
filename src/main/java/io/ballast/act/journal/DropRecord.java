package io.ballast.act.journal;

import io.ballast.think.action.Candidates.Dropped;
import io.ballast.think.action.DropReason;

/**
 * Something that could not become a candidate.
 *
 * @param detail figures or the token concerned, for people; may be empty
 */
public record DropRecord(String label, DropReason reason, String detail) {
    public static DropRecord of(Dropped dropped) {
        return new DropRecord(dropped.label(), dropped.reason(), dropped.detail());
    }
}
