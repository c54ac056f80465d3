package io.ballast.app.cli;

import io.ballast.app.cli.progressbar.StageBars;
import io.ballast.lab.data.events.DownloadListener;
import io.ballast.lab.training.TrainingListener;

/** Shows how far a download is: as a bar on a terminal, else in lines. Used by one thread. */
final class DownloadProgress implements DownloadListener, AutoCloseable {
    private static final int PARTS = 1000;

    private final TrainingListener shown;
    private final String what;
    private final Runnable end;

    private DownloadProgress(TrainingListener shown, String what, Runnable end) {
        this.shown = shown;
        this.what = what;
        this.end = end;
    }

    static DownloadProgress of(Environment environment, Output output, String what) {
        if (output.json() || !environment.terminal().canRedraw()) {
            return new DownloadProgress(new StageLines(output), what, () -> {});
        }
        StageBars bars = new StageBars(environment.console().unicode());
        return new DownloadProgress(bars, what, bars::close);
    }

    @Override
    public void progress(long done, long of, long found) {
        shown.progress(what, of == 0 ? PARTS : (int) (PARTS * done / of), PARTS);
    }

    @Override
    public void close() {
        end.run();
    }
}
