package io.ballast.base.config;

/**
 * One thing that is wrong, or worth knowing, in a configuration.
 *
 * @param path dotted path of the key; empty for the file as a whole
 * @param message what is wrong and what was expected, on one line
 */
public record Problem(Severity severity, Position at, String path, String message) {
    /** Whether the configuration may be used. */
    public enum Severity {
        ERROR,
        WARNING
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** {@code strategies/core4.yaml:12:3: execution.max_slipage: unknown key, did you mean "max_slippage"?} */
    @Override
    public String toString() {
        String label = isError() ? "" : "warning: ";
        return at + ": " + (path.isEmpty() ? "" : path + ": ") + label + message;
    }
}
