package io.ballast.app.cli;

import java.util.List;

/** Ends a verb with an exit code and one line for each problem. */
final class VerbException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exitCode;
    private final List<String> problems;

    VerbException(int exitCode, List<String> problems) {
        super(String.join("; ", problems));
        this.exitCode = exitCode;
        this.problems = List.copyOf(problems);
    }

    static VerbException usage(String problem) {
        return new VerbException(ExitCode.USAGE, List.of(problem));
    }

    static VerbException failed(String problem) {
        return new VerbException(ExitCode.FAILED, List.of(problem));
    }

    static VerbException refused(String problem) {
        return new VerbException(ExitCode.REFUSED, List.of(problem));
    }

    int exitCode() {
        return exitCode;
    }

    List<String> problems() {
        return problems;
    }
}
