package io.ballast.lab.demo;

import io.ballast.agent.CycleOutcome;

/** Watches a demo run; called on the thread that runs it. */
public interface DemoListener {
    /** A stage began: one short line for people. */
    void stage(String what);

    /**
     * A cycle ended.
     *
     * @param number from 1
     */
    void cycle(int number, CycleOutcome outcome, DemoFrame frame);

    /** True once the person asked to halt trading; the run goes on watching. Asked before every cycle. */
    default boolean haltRequested() {
        return false;
    }

    /** True when the person asked to stop after the current cycle. */
    default boolean stopRequested() {
        return false;
    }
}
