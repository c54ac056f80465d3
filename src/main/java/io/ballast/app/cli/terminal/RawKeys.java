package io.ballast.app.cli.terminal;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * Single keys from the terminal, without waiting for Enter and without echo; Ctrl-C still interrupts. The terminal's settings
 * are put back when this is closed, and when the process ends in any way that runs shutdown hooks.
 */
public final class RawKeys implements AutoCloseable {
    private final Stty stty;
    private final String before;
    private final InputStream keyboard;
    private final Thread restorer;
    private volatile boolean closed;

    private RawKeys(Stty stty, String before, InputStream keyboard) {
        this.stty = stty;
        this.before = before;
        this.keyboard = keyboard;
        this.restorer = new Thread(this::restore, "terminal-restore");
    }

    static Optional<RawKeys> open(Stty stty) {
        // A read returns after a tenth of a second without a key, so that closing never waits for one.
        return stty.ask("stty -g </dev/tty")
                .filter(before -> before.matches("[0-9a-f:]+"))
                .filter(before ->
                        stty.ask("stty -icanon -echo min 0 time 1 </dev/tty").isPresent())
                .flatMap(before -> onTerminal(stty, before));
    }

    private static Optional<RawKeys> onTerminal(Stty stty, String before) {
        try {
            RawKeys keys = new RawKeys(stty, before, new FileInputStream("/dev/tty"));
            Runtime.getRuntime().addShutdownHook(keys.restorer);
            return Optional.of(keys);
        } catch (IOException e) {
            stty.ask("stty " + before + " </dev/tty");
            return Optional.empty();
        }
    }

    /** Calls back with each key, on a thread of its own. */
    public RawKeys onKey(IntConsumer key) {
        Thread.ofPlatform().daemon().name("keys").start(() -> {
            while (!closed) {
                int c = read();
                if (c > 0) {
                    key.accept(c);
                }
            }
        });
        return this;
    }

    private int read() {
        try {
            return keyboard.read();
        } catch (IOException e) {
            // The terminal is gone; without keys the run goes on.
            closed = true;
            return -1;
        }
    }

    private void restore() {
        closed = true;
        stty.ask("stty " + before + " </dev/tty");
    }

    @Override
    public void close() {
        restore();
        try {
            Runtime.getRuntime().removeShutdownHook(restorer);
        } catch (IllegalStateException e) {
            // Shutting down already: the hook restores the same settings once more.
            closed = true;
        }
    }
}
