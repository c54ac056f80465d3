package io.ballast.think.action;

import java.util.List;

/**
 * All candidates of one decision, and what did not become one.
 *
 * @param list HOLD first, at most 64, in a fixed order, no two with the same legs
 * @param dropped in the order they were tried
 */
public record Candidates(List<Candidate> list, List<Dropped> dropped) {
    /** Most rows that are scored in one call, HOLD included. */
    public static final int MOST = 64;

    /**
     * Something that did not become a candidate.
     *
     * @param detail figures or the token concerned, for people; may be empty
     */
    public record Dropped(String label, DropReason reason, String detail) {}

    public Candidates {
        list = List.copyOf(list);
        dropped = List.copyOf(dropped);
        if (list.isEmpty() || !list.get(0).isHold() || list.size() > MOST) {
            throw new IllegalArgumentException("candidates start with HOLD and are at most " + MOST);
        }
    }

    public long count(DropReason reason) {
        return dropped.stream().filter(drop -> drop.reason() == reason).count();
    }
}
