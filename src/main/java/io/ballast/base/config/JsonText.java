package io.ballast.base.config;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes maps, lists, text, whole numbers and truth values as JSON with two spaces of indentation. */
public final class JsonText {
    private JsonText() {}

    public static String write(Object value) {
        return write(value, "") + "\n";
    }

    private static String write(Object value, String indent) {
        return switch (value) {
            case Map<?, ?> map -> object(map, indent);
            case List<?> list -> array(list, indent);
            case Boolean truth -> truth.toString();
            case Number number -> number.toString();
            default -> quote(value.toString());
        };
    }

    private static String object(Map<?, ?> map, String indent) {
        String inner = indent + "  ";
        return map.isEmpty()
                ? "{}"
                : map.entrySet().stream()
                        .map(e -> inner + quote(e.getKey().toString()) + ": " + write(e.getValue(), inner))
                        .collect(Collectors.joining(",\n", "{\n", "\n" + indent + "}"));
    }

    private static String array(List<?> list, String indent) {
        String inner = indent + "  ";
        return list.isEmpty()
                ? "[]"
                : list.stream()
                        .map(v -> inner + write(v, inner))
                        .collect(Collectors.joining(",\n", "[\n", "\n" + indent + "]"));
    }

    static String quote(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < 0x20 || c == 0x7f || c == 0x85 || c == 0x2028 || c == 0x2029) {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }
}
