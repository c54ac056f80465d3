package io.ballast.base.config;

import io.ballast.base.config.Problem.Severity;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Collects the problems of one load. Values that came from the environment are struck out of every message. Not thread-safe.
 */
public final class Problems {
    private static final int SHORTEST_SECRET = 4;
    private static final int LONGEST_MESSAGE = 400;
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[\\p{Cntrl}\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]");
    private static final Comparator<Problem> ORDER = Comparator.comparing((Problem p) -> p.at().file())
            .thenComparingInt(p -> p.at().line())
            .thenComparingInt(p -> p.at().column());

    private final Set<Problem> found = new LinkedHashSet<>();
    private final Map<String, String> secrets = new LinkedHashMap<>();

    /** Says that {@code value} stands for {@code placeholder} and must never be shown. */
    void secret(String value, String placeholder) {
        if (value.length() >= SHORTEST_SECRET) {
            secrets.put(value, placeholder);
        }
    }

    public void error(Position at, String path, String message) {
        add(Severity.ERROR, at, path, message);
    }

    public void warning(Position at, String path, String message) {
        add(Severity.WARNING, at, path, message);
    }

    public boolean hasErrors() {
        return found.stream().anyMatch(Problem::isError);
    }

    /** Whether an error was found at or below a path of a file. */
    boolean hasErrorUnder(String file, String path) {
        return found.stream().anyMatch(p -> p.isError() && p.at().file().equals(file) && under(p.path(), path));
    }

    /** In the order of files and lines. */
    public List<Problem> all() {
        return found.stream().sorted(ORDER).toList();
    }

    public List<Problem> warnings() {
        return all().stream().filter(p -> !p.isError()).toList();
    }

    /**
     * Goes on only if nothing is wrong.
     *
     * @throws ConfigException with every problem found so far, warnings included
     */
    public void throwIfErrors() {
        if (hasErrors()) {
            throw new ConfigException(all());
        }
    }

    private void add(Severity severity, Position at, String path, String message) {
        found.add(new Problem(severity, at, clean(path), clean(message)));
    }

    private static boolean under(String path, String parent) {
        return parent.isEmpty()
                || path.equals(parent)
                || path.startsWith(parent + ".")
                || path.startsWith(parent + "[");
    }

    /** One printable line without secrets: what others wrote must not steer a terminal. */
    private String clean(String text) {
        String struck = text;
        for (Map.Entry<String, String> secret : secrets.entrySet()) {
            struck = strike(struck, secret.getKey(), secret.getValue());
        }
        String line = UNPRINTABLE.matcher(struck).replaceAll("�");
        return line.length() <= LONGEST_MESSAGE ? line : line.substring(0, LONGEST_MESSAGE) + "…";
    }

    private static String strike(String text, String secret, String placeholder) {
        String result = text;
        String lower = secret.toLowerCase(Locale.ROOT);
        int from = 0;
        int at;
        while ((at = result.toLowerCase(Locale.ROOT).indexOf(lower, from)) >= 0) {
            result = result.substring(0, at)
                    + placeholder
                    + result.substring(Math.min(result.length(), at + secret.length()));
            from = at + placeholder.length();
        }
        return result;
    }
}
