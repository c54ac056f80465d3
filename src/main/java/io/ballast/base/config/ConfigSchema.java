package io.ballast.base.config;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON Schema (draft 2020-12) of a configuration record, for editors; generated from the record itself. */
public final class ConfigSchema {
    private static final String PLACEHOLDER = ".*\\$\\{[A-Za-z_][A-Za-z0-9_]*\\}.*";

    private ConfigSchema() {}

    /** The schema's text. */
    public static String json(Class<? extends Record> type) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", Keys.snake(type.getSimpleName()).replace('_', ' '));
        schema.putAll(object(type));
        return JsonText.write(schema);
    }

    private static Map<String, Object> object(Class<?> type) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<KeyedComponent> components = KeyedRecord.of(type).components();
        components.forEach(each -> properties.put(each.name(), property(each)));
        List<String> required = components.stream()
                .filter(each -> each.key().required())
                .map(KeyedComponent::name)
                .toList();
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("required", required);
        schema.put("additionalProperties", false);
        return schema;
    }

    private static Map<String, Object> property(KeyedComponent component) {
        Key key = component.key();
        Map<String, Object> schema = new LinkedHashMap<>();
        String note = key.effect() == Key.Effect.ACTED_ON ? "" : " Accepted, not acted on by this version.";
        schema.put("description", key.value() + note);
        schema.putAll(schema(component.type(), key));
        if (!key.defaultsTo().isEmpty()) {
            schema.put("default", defaultValue(component.type(), key));
        }
        return schema;
    }

    private static Map<String, Object> schema(Type type, Key key) {
        if (type instanceof ParameterizedType generic) {
            Type[] inner = generic.getActualTypeArguments();
            return switch (Values.raw(type).getSimpleName()) {
                case "List" -> ordered("type", "array", "items", schema(inner[0], key));
                case "Map" -> map(inner, key);
                default -> schema(inner[0], key);
            };
        }
        return ScalarTypes.find(type, key).map(s -> scalar(s, key)).orElseGet(() -> object(Values.raw(type)));
    }

    private static Map<String, Object> map(Type[] types, Key key) {
        Map<String, Object> schema = ordered("type", "object", "additionalProperties", schema(types[1], key));
        ScalarTypes.find(types[0], key)
                .ifPresent(name -> schema.put("propertyNames", ordered("pattern", "^(" + name.pattern() + ")$")));
        return schema;
    }

    private static Map<String, Object> scalar(ScalarType type, Key key) {
        Map<String, Object> schema = ordered("type", type.json());
        if (type.json().equals("integer")) {
            schema.put("minimum", key.min());
            schema.put("maximum", key.max());
        }
        if (!type.pattern().isEmpty()) {
            schema.put("pattern", "^(" + type.pattern() + "|" + PLACEHOLDER + ")$");
        }
        return schema;
    }

    private static Object defaultValue(Type type, Key key) {
        if (type instanceof ParameterizedType) {
            return List.of(key.defaultsTo().split(", "));
        }
        return switch (ScalarTypes.find(type, key).map(ScalarType::json).orElse("string")) {
            case "integer" -> Long.valueOf(key.defaultsTo());
            case "boolean" -> Boolean.valueOf(key.defaultsTo());
            default -> key.defaultsTo();
        };
    }

    private static Map<String, Object> ordered(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i].toString(), pairs[i + 1]);
        }
        return map;
    }
}
