package io.ballast.base.config;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Values that stand where a key is left out or wrong: its default, or, for a required key, anything of the right type, so that
 * the rules over the other keys still speak. The problem that was said keeps the latter from being used.
 */
final class StandIns {
    private StandIns() {}

    static Object of(KeyedComponent component) {
        return of(component.type(), component.key());
    }

    private static Object of(Type type, Key key) {
        return switch (Values.raw(type).getSimpleName()) {
            case "Optional" -> Optional.empty();
            case "List" -> list((ParameterizedType) type, key);
            case "Map" -> Map.of();
            default ->
                ScalarTypes.find(type, key).map(scalar -> read(scalar, key)).orElseGet(() -> record(Values.raw(type)));
        };
    }

    private static Object list(ParameterizedType type, Key key) {
        if (key.defaultsTo().isEmpty()) {
            return List.of();
        }
        ScalarType item = ScalarTypes.find(type.getActualTypeArguments()[0], key)
                .orElseThrow(
                        () -> new IllegalStateException("only lists of values have defaults, " + type + " is none"));
        return Arrays.stream(key.defaultsTo().split(", "))
                .map(text -> read(item, text))
                .toList();
    }

    private static Object read(ScalarType type, Key key) {
        return read(type, key.defaultsTo().isEmpty() ? type.example() : key.defaultsTo());
    }

    private static Object read(ScalarType type, String text) {
        return type.reader().apply(new ConfigNode.Scalar(Position.whole("default"), text, true));
    }

    /** A record of stand-ins. */
    static Object record(Class<?> type) {
        KeyedRecord form = KeyedRecord.of(type);
        return form.construct(form.components().stream().map(StandIns::of).toArray());
    }
}
