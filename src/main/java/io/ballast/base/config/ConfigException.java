package io.ballast.base.config;

import java.util.List;
import java.util.stream.Collectors;

/** A configuration that must not be used; the message has one line for each problem. */
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient List<Problem> problems;

    public ConfigException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** In the order of files and lines. */
    public List<Problem> problems() {
        return problems;
    }
}
