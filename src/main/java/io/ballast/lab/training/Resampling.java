package io.ballast.lab.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Block bootstrap of decisions: blocks of consecutive bars are drawn with replacement, since neighbours share most of their future.
 *
 * @param block bars of a block
 */
record Resampling(int block) {
    /** More blocks than any history has. */
    private static final long BLOCKS = 1L << 32;

    /** As many blocks as there are; the same seed draws the same ones. */
    List<LabelledDecision> draw(List<LabelledDecision> decisions, long seed) {
        List<List<LabelledDecision>> blocks = blocks(decisions);
        SplittableRandom random = new SplittableRandom(seed);
        List<LabelledDecision> drawn = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            drawn.addAll(blocks.get(random.nextInt(blocks.size())));
        }
        return drawn;
    }

    private List<List<LabelledDecision>> blocks(List<LabelledDecision> decisions) {
        Map<Long, List<LabelledDecision>> blocks = new TreeMap<>();
        for (LabelledDecision decision : decisions) {
            long key = decision.history() * BLOCKS + decision.bar() / block;
            blocks.computeIfAbsent(key, unseen -> new ArrayList<>()).add(decision);
        }
        return List.copyOf(blocks.values());
    }
}
