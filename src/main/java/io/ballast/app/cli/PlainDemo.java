package io.ballast.app.cli;

import io.ballast.agent.CycleOutcome;
import io.ballast.app.cli.screen.CycleLine;
import io.ballast.lab.demo.DemoFrame;
import io.ballast.lab.demo.DemoListener;

/** A demo as plain lines, one for each cycle. */
record PlainDemo(Output output) implements DemoListener {

    @Override
    public void stage(String what) {
        output.progress(what + " ...");
    }

    @Override
    public void cycle(int number, CycleOutcome outcome, DemoFrame frame) {
        output.progress(CycleLine.of(number, outcome, frame));
    }
}
