package io.ballast.app.cli;

import io.ballast.agent.CycleOutcome;
import io.ballast.app.cli.screen.Columns;
import io.ballast.app.cli.screen.DemoScreen;
import io.ballast.app.cli.screen.DemoView;
import io.ballast.app.cli.screen.Paint;
import io.ballast.app.cli.terminal.LiveView;
import io.ballast.app.cli.terminal.RawKeys;
import io.ballast.app.cli.terminal.Terminal;
import io.ballast.lab.demo.DemoFrame;
import io.ballast.lab.demo.DemoListener;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A demo on a terminal: one screen that is redrawn, and three keys. Frames and keys come on different threads. */
final class LiveDemo implements DemoListener, AutoCloseable {
    private final LiveView screen;
    private final Paint paint;
    private final Optional<RawKeys> keys;
    private @Nullable DemoView view;
    private boolean explain;
    private boolean halt;
    private boolean stop;

    LiveDemo(Environment environment) {
        Terminal terminal = environment.terminal();
        this.screen = new LiveView(environment.console(), terminal);
        this.paint = terminal.colour() ? Paint.ANSI : Paint.PLAIN;
        this.keys = terminal.keys();
        keys.ifPresent(open -> open.onKey(this::key));
    }

    @Override
    public synchronized void stage(String what) {
        if (view == null) {
            String line = "BALLAST demo · " + what + " ...";
            screen.draw(List.of(Columns.clip(line, screen.room().columns() - 1)));
        }
    }

    @Override
    public synchronized void cycle(int number, CycleOutcome outcome, DemoFrame frame) {
        view = new DemoView(number, outcome, frame, explain, wish());
        draw();
    }

    @Override
    public synchronized boolean haltRequested() {
        return halt;
    }

    @Override
    public synchronized boolean stopRequested() {
        return stop;
    }

    private synchronized void key(int key) {
        switch (key) {
            case 'h' -> halt = true;
            case 'e' -> explain = !explain;
            case 'q' -> stop = true;
            default -> {
                return;
            }
        }
        draw();
    }

    private void draw() {
        DemoView last = view;
        if (last != null) {
            Terminal.Size room = screen.room();
            DemoView now = new DemoView(last.number(), last.outcome(), last.frame(), explain, wish());
            screen.draw(DemoScreen.render(now, room.columns(), room.rows(), paint));
        }
    }

    private String wish() {
        return stop ? "stopping after this cycle" : halt ? "halting trading" : "";
    }

    @Override
    public void close() {
        keys.ifPresent(RawKeys::close);
        screen.close();
    }
}
