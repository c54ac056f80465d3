package io.ballast.base.config;

import java.lang.reflect.Field;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How enums are written. */
final class EnumTexts {
    private static final Pattern SPECIAL = Pattern.compile("([.+*?^$()\\[\\]{}|\\\\])");

    private EnumTexts() {}

    static ScalarType of(Class<?> type) {
        Map<String, Object> byText = byText(type);
        String all = String.join(" | ", byText.keySet());
        return new ScalarType(
                all,
                byText.keySet().iterator().next(),
                "string",
                byText.keySet().stream().map(EnumTexts::quote).collect(Collectors.joining("|")),
                false,
                scalar -> read(byText, scalar.text()),
                value -> spelled((Enum<?>) value));
    }

    private static Object read(Map<String, Object> byText, String text) {
        Object value = byText.get(text);
        if (value == null) {
            String near = Nearest.to(text, byText.keySet())
                    .map(n -> " (did you mean \"" + n + "\"?)")
                    .orElse("");
            throw new IllegalArgumentException("is not known" + near);
        }
        return value;
    }

    private static Map<String, Object> byText(Class<?> type) {
        Map<String, Object> texts = new LinkedHashMap<>();
        for (Object constant : type.getEnumConstants()) {
            texts.put(spelled((Enum<?>) constant), constant);
        }
        return texts;
    }

    static String spelled(Enum<?> constant) {
        for (Field field : constant.getDeclaringClass().getFields()) {
            Spelled spelled = field.getAnnotation(Spelled.class);
            if (spelled != null && field.getName().equals(constant.name())) {
                return spelled.value();
            }
        }
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String quote(String text) {
        return SPECIAL.matcher(text).replaceAll("\\\\$1");
    }
}
