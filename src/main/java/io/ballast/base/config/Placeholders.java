package io.ballast.base.config;

import io.ballast.base.config.ConfigNode.Broken;
import io.ballast.base.config.ConfigNode.Entry;
import io.ballast.base.config.ConfigNode.Mapping;
import io.ballast.base.config.ConfigNode.Scalar;
import io.ballast.base.config.ConfigNode.Sequence;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills in {@code ${NAME}} from the environment, once: what comes out is never looked at again. The value is a secret from then
 * on.
 */
final class Placeholders {
    private static final Pattern FORM = Pattern.compile("\\$\\{([^}]*)(}?)");
    private static final String NAME = "[A-Za-z_][A-Za-z0-9_]*";

    private final Map<String, String> environment;
    private final Problems problems;

    Placeholders(Map<String, String> environment, Problems problems) {
        this.environment = environment;
        this.problems = problems;
    }

    ConfigNode fill(ConfigNode node, String path) {
        return switch (node) {
            case Scalar scalar -> scalar.text().contains("${") ? scalar(scalar, path) : scalar;
            case Mapping mapping ->
                new Mapping(
                        mapping.at(),
                        mapping.entries().stream()
                                .map(e -> new Entry(e.key(), e.keyAt(), fill(e.value(), Keys.join(path, e.key()))))
                                .toList());
            case Sequence list ->
                new Sequence(
                        list.at(),
                        java.util.stream.IntStream.range(0, list.items().size())
                                .mapToObj(i -> fill(list.items().get(i), path + "[" + i + "]"))
                                .toList());
            default -> node;
        };
    }

    private ConfigNode scalar(Scalar scalar, String path) {
        Matcher matcher = FORM.matcher(scalar.text());
        StringBuilder filled = new StringBuilder();
        boolean broken = false;
        while (matcher.find()) {
            Optional<String> value = lookUp(matcher.group(1), !matcher.group(2).isEmpty(), scalar.at(), path);
            broken |= value.isEmpty();
            matcher.appendReplacement(filled, Matcher.quoteReplacement(value.orElse("")));
        }
        matcher.appendTail(filled);
        if (broken) {
            return new Broken(scalar.at());
        }
        problems.secret(filled.toString(), scalar.text());
        return new Scalar(scalar.at(), filled.toString(), scalar.plain(), Optional.of(scalar.text()));
    }

    private Optional<String> lookUp(String name, boolean closed, Position at, String path) {
        if (!closed || !name.matches(NAME)) {
            problems.error(at, path, "has a malformed placeholder, expected ${NAME} with letters, digits and _");
            return Optional.empty();
        }
        String value = environment.get(name);
        if (value == null || value.isEmpty()) {
            String what = value == null ? "is not set" : "is empty";
            problems.error(at, path, "environment variable " + name + " " + what);
            return Optional.empty();
        }
        problems.secret(value, "${" + name + "}");
        return Optional.of(value);
    }
}
