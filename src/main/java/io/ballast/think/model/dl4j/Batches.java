package io.ballast.think.model.dl4j;

import io.ballast.think.model.DecisionRows;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Batches of whole decisions, reshuffled after every pass. Not thread-safe. */
final class Batches {
    private final List<DecisionRows> decisions;
    private final int size;
    private final Random random;
    private int next;

    Batches(List<DecisionRows> decisions, int size, Random random) {
        this.decisions = new ArrayList<>(decisions);
        this.size = Math.min(size, decisions.size());
        this.random = random;
        Collections.shuffle(this.decisions, random);
    }

    Batch next() {
        if (next + size > decisions.size()) {
            Collections.shuffle(decisions, random);
            next = 0;
        }
        Batch batch = Batch.of(decisions.subList(next, next + size));
        next += size;
        return batch;
    }
}
