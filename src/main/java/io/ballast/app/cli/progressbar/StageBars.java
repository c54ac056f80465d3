package io.ballast.app.cli.progressbar;

import io.ballast.lab.training.TrainingListener;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** One bar for each stage of the work, on standard error. Used by one thread. */
public final class StageBars implements TrainingListener, AutoCloseable {
    private static final int REFRESH_MILLIS = 250;

    private final ProgressBarStyle style;
    private @Nullable ProgressBar bar;
    private String stage = "";

    /** @param unicode whether the terminal shows block characters */
    public StageBars(boolean unicode) {
        this.style = unicode ? ProgressBarStyle.UNICODE_BLOCK : ProgressBarStyle.ASCII;
    }

    @Override
    public void progress(String what, int done, int of) {
        ProgressBar current = bar;
        if (current == null || !what.equals(stage)) {
            current = next(what, of);
        }
        current.stepTo(done);
        if (done >= of) {
            close();
        }
    }

    private ProgressBar next(String what, int of) {
        close();
        stage = what;
        ProgressBar fresh = new ProgressBarBuilder()
                .setTaskName(what)
                .setInitialMax(of)
                .setStyle(style)
                .setUpdateIntervalMillis(REFRESH_MILLIS)
                .build();
        bar = fresh;
        return fresh;
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
        bar = null;
    }
}
