package io.ballast.base.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** An effective configuration ready to be printed. */
sealed interface Shown {
    /**
     * @param text as a file may write it; a placeholder where the value is a secret
     * @param json JSON type
     * @param origin {@code file:line}, {@code default}, or what it was derived from
     */
    record Leaf(String text, String json, String origin) implements Shown {
        Object value() {
            return switch (json) {
                case "integer" -> text.startsWith("$") ? text : Long.valueOf(text);
                case "boolean" -> text.startsWith("$") ? text : Boolean.valueOf(text);
                default -> text;
            };
        }

        @Override
        public Object explained() {
            Map<String, Object> both = new LinkedHashMap<>();
            both.put("value", value());
            both.put("origin", origin);
            return both;
        }
    }

    record Block(Map<String, Shown> keys) implements Shown {}

    record Items(List<Shown> items) implements Shown {}

    /** For JSON: every value with its origin. */
    default Object explained() {
        return switch (this) {
            case Leaf leaf -> leaf.explained();
            case Block block ->
                block.keys().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, e -> e.getValue().explained(), (a, b) -> a, LinkedHashMap::new));
            case Items list -> list.items().stream().map(Shown::explained).toList();
        };
    }

    /** YAML lines; origins as comments if asked. */
    default String yaml(boolean origins) {
        StringBuilder out = new StringBuilder();
        YamlText.write(this, "", origins, out);
        return out.toString();
    }
}
