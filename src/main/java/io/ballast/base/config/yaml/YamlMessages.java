package io.ballast.base.config.yaml;

import io.ballast.base.config.Position;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** The parser's complaints, as one line that a trader understands. */
final class YamlMessages {
    private YamlMessages() {}

    static Position position(String file, MarkedYamlEngineException e) {
        return e.getProblemMark()
                .or(e::getContextMark)
                .map(mark -> position(file, mark))
                .orElse(Position.whole(file));
    }

    static Position position(String file, Mark mark) {
        return new Position(file, mark.getLine() + 1, mark.getColumn() + 1);
    }

    static String of(MarkedYamlEngineException e) {
        String problem = e.getProblem() == null ? "syntax error" : e.getProblem();
        if (problem.contains("\\t") || problem.contains("TAB")) {
            return "tab used for indentation, expected spaces";
        }
        if (problem.contains("mapping values are not allowed here")) {
            return "a second \": \" on one line, expected one key and one value (put text with \": \" in quotes)";
        }
        if (problem.contains("undefined alias")) {
            return "alias without an anchor before it";
        }
        String context = e.getContext() == null || e.getContext().isEmpty() ? "" : " " + e.getContext();
        return "not YAML: " + (problem + context).replaceAll("\\s+", " ").strip();
    }
}
