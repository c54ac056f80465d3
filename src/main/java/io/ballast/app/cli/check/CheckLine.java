package io.ballast.app.cli.check;

/**
 * What one check found.
 *
 * @param what was looked at, in a word or two
 * @param found in one line
 * @param remedy what to do about it; empty where all is well
 */
public record CheckLine(Verdict verdict, String what, String found, String remedy) {
    /** How bad it is. */
    public enum Verdict {
        OK,
        /** Trading is possible; a person should know. */
        WARN,
        /** The agent would not trade, or must not. */
        FAIL
    }

    static CheckLine ok(String what, String found) {
        return new CheckLine(Verdict.OK, what, found, "");
    }

    static CheckLine warn(String what, String found, String remedy) {
        return new CheckLine(Verdict.WARN, what, found, remedy);
    }

    static CheckLine fail(String what, String found, String remedy) {
        return new CheckLine(Verdict.FAIL, what, found, remedy);
    }

    /** For people. */
    public String text() {
        String line = String.format("%-4s  %-11s %s", verdict == Verdict.OK ? "ok" : verdict, what, found);
        return remedy.isEmpty() ? line : line + "; " + remedy;
    }
}
