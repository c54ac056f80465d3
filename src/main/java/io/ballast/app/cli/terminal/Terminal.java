package io.ballast.app.cli.terminal;

import java.util.Map;
import java.util.Optional;

/** The terminal, if there is one. */
public final class Terminal {
    private static final Size USUAL = new Size(80, 24);

    private final Stty stty;
    private final boolean output;
    private final boolean input;
    private final boolean colour;

    /** Size in characters. */
    public record Size(int columns, int rows) {}

    private Terminal(Stty stty, boolean output, boolean input, boolean colour) {
        this.stty = stty;
        this.output = output;
        this.input = input;
        this.colour = colour;
    }

    /** Of this process; {@code TERM=dumb} counts as none, {@code NO_COLOR} is obeyed. */
    public static Terminal ofProcess(Map<String, String> environment) {
        Stty stty = new Stty();
        String term = environment.getOrDefault("TERM", "dumb");
        boolean output = !term.equals("dumb") && stty.isTerminal(1);
        boolean colour = output && environment.getOrDefault("NO_COLOR", "").isEmpty();
        return new Terminal(stty, output, stty.isTerminal(0), colour);
    }

    /** No terminal at all: pipes and files. */
    public static Terminal none() {
        return new Terminal(new Stty(), false, false, false);
    }

    /** Whether standard output is a terminal that can redraw. */
    public boolean canRedraw() {
        return output;
    }

    /** Whether a person can be asked. */
    public boolean canAsk() {
        return input;
    }

    public boolean colour() {
        return colour;
    }

    /** Asked anew each time: windows are resized. */
    public Size size() {
        return stty.ask("stty size </dev/tty").flatMap(Terminal::parse).orElse(USUAL);
    }

    /** Single keys, until closed; nothing where there is no {@code stty}. */
    public Optional<RawKeys> keys() {
        return output ? RawKeys.open(stty) : Optional.empty();
    }

    private static Optional<Size> parse(String answer) {
        if (!answer.matches("[1-9][0-9]{0,4} [1-9][0-9]{0,4}")) {
            return Optional.empty();
        }
        String[] parts = answer.split(" ");
        return Optional.of(new Size(Integer.parseInt(parts[1]), Integer.parseInt(parts[0])));
    }
}
