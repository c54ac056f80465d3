package io.ballast.base.config;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;

/**
 * A component of a configuration record.
 *
 * @param name of its key in files
 * @param type with its type arguments
 */
record KeyedComponent(String name, Type type, Key key, Method accessor) {

    static KeyedComponent of(RecordComponent component) {
        Key key = component.getAnnotation(Key.class);
        if (key == null) {
            throw new IllegalStateException(
                    component.getDeclaringRecord() + "." + component.getName() + " has no @Key");
        }
        Method accessor = component.getAccessor();
        accessor.setAccessible(true);
        String name = key.name().isEmpty() ? Keys.snake(component.getName()) : key.name();
        return new KeyedComponent(name, component.getGenericType(), key, accessor);
    }

    /** Its value in a record. */
    Object in(Record record) {
        try {
            return accessor.invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot read " + accessor, e);
        }
    }
}
