package io.ballast.app.cli;

import io.ballast.lab.training.TrainingListener;

/** Progress as lines: one when a stage begins, then one for each tenth of it. Used by one thread. */
final class StageLines implements TrainingListener {
    private final Output output;
    private String stage = "";
    private int tenth;

    StageLines(Output output) {
        this.output = output;
    }

    @Override
    public void progress(String what, int done, int of) {
        int now = of == 0 ? 10 : (int) (10L * done / of);
        if (!what.equals(stage)) {
            stage = what;
            tenth = now;
            output.note(what + " ...");
        } else if (now > tenth) {
            tenth = now;
            output.note(what + " " + now * 10 + "%");
        }
    }
}
