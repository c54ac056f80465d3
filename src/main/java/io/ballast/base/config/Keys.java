package io.ballast.base.config;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Names of keys. */
final class Keys {
    private Keys() {}

    /** The annotation; every component of a configuration record has it. */
    static Key of(RecordComponent component) {
        Key key = component.getAnnotation(Key.class);
        if (key == null) {
            throw new IllegalStateException(
                    component.getDeclaringRecord() + "." + component.getName() + " has no @Key");
        }
        return key;
    }

    static String name(RecordComponent component) {
        Key key = of(component);
        return key.name().isEmpty() ? snake(component.getName()) : key.name();
    }

    /** In the order of the record. */
    static List<String> names(Class<?> record) {
        return Arrays.stream(record.getRecordComponents()).map(Keys::name).toList();
    }

    static String snake(String camel) {
        return camel.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }

    static String join(String path, String key) {
        return path.isEmpty() ? key : key.isEmpty() ? path : path + "." + key;
    }
}
