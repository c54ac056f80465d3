package io.ballast.app.cli;

/** How much of the program's own log goes to standard error. */
final class LogLevel {
    private static final String VARIABLE = "BALLAST_LOG_LEVEL";

    private LogLevel() {}

    /** Must come before the first line is logged; what the environment says has the last word. */
    static void set(Environment environment, String level) {
        if (!environment.variables().containsKey(VARIABLE)) {
            System.setProperty(VARIABLE, level);
        }
    }
}
