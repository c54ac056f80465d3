package io.ballast.app.cli.terminal;

import java.util.List;

/**
 * Lines redrawn in place, below whatever the terminal shows already. The cursor is hidden until this is closed, or the
 * process ends. Thread-safe.
 */
public final class LiveView implements AutoCloseable {
    private static final String ESC = "\u001b[";

    private final Console console;
    private final Terminal terminal;
    private final Thread restorer;
    private Terminal.Size size;
    private int drawn;

    public LiveView(Console console, Terminal terminal) {
        this.console = console;
        this.terminal = terminal;
        this.size = terminal.size();
        this.restorer = new Thread(this::showCursor, "cursor-restore");
        Runtime.getRuntime().addShutdownHook(restorer);
        console.write(ESC + "?25l");
    }

    /** Room for lines now; the last row stays free. */
    public synchronized Terminal.Size room() {
        Terminal.Size now = terminal.size();
        if (!now.equals(size)) {
            // A resized window has wrapped the old lines in its own way, so nothing on it can be counted on.
            console.write(ESC + "2J" + ESC + "H");
            drawn = 0;
            size = now;
        }
        return new Terminal.Size(size.columns(), Math.max(1, size.rows() - 1));
    }

    /** Draws over what was drawn last. */
    public synchronized void draw(List<String> lines) {
        StringBuilder out = new StringBuilder();
        if (drawn > 0) {
            out.append(ESC).append(drawn).append('A');
        }
        lines.forEach(
                line -> out.append('\r').append(line).append(ESC).append('K').append('\n'));
        console.write(out.append(ESC).append('J').toString());
        drawn = lines.size();
    }

    /** Leaves the last lines on the screen. */
    @Override
    public void close() {
        showCursor();
        try {
            Runtime.getRuntime().removeShutdownHook(restorer);
        } catch (IllegalStateException e) {
            // Shutting down already: the hook shows the cursor once more, which does no harm.
            drawn = 0;
        }
    }

    private void showCursor() {
        try {
            console.write(ESC + "?25h");
        } catch (ClosedOutputException e) {
            // The terminal is gone, and its cursor with it.
            drawn = 0;
        }
    }
}
