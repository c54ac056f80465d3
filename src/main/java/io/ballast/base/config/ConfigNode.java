package io.ballast.base.config;

import java.util.List;
import java.util.Optional;

/** A piece of a configuration file before it has a type; every scalar is still text. Immutable. */
public sealed interface ConfigNode {
    /** Where it begins. */
    Position at();

    /** What a reader would call it: {@code a list}. */
    String kind();

    /**
     * A value.
     *
     * @param text placeholders filled in; never to be shown when {@code written} is present
     * @param plain written without quotes
     * @param written the text with its placeholders, if it had any; the value is then a secret
     */
    record Scalar(Position at, String text, boolean plain, Optional<String> written) implements ConfigNode {
        public Scalar(Position at, String text, boolean plain) {
            this(at, text, plain, Optional.empty());
        }

        public boolean secret() {
            return written.isPresent();
        }

        /** The text as it may be shown. */
        public String shown() {
            return written.orElse(text);
        }

        @Override
        public String kind() {
            return "a value";
        }

        @Override
        public String toString() {
            return at + " " + shown();
        }
    }

    /** A key without a value, {@code null} or {@code ~}. */
    record Nothing(Position at) implements ConfigNode {
        @Override
        public String kind() {
            return "empty";
        }
    }

    /** A value whose placeholder could not be filled in; the problem has been said. */
    record Broken(Position at) implements ConfigNode {
        @Override
        public String kind() {
            return "unknown";
        }
    }

    /** A list. */
    record Sequence(Position at, List<ConfigNode> items) implements ConfigNode {
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public String kind() {
            return "a list";
        }
    }

    /** Keys with values, in the order of the file; each key once. */
    record Mapping(Position at, List<Entry> entries) implements ConfigNode {
        public Mapping {
            entries = List.copyOf(entries);
        }

        @Override
        public String kind() {
            return "a mapping";
        }

        public Optional<Entry> entry(String key) {
            return entries.stream().filter(e -> e.key().equals(key)).findFirst();
        }
    }

    /** One line of a mapping. */
    record Entry(String key, Position keyAt, ConfigNode value) {}
}
