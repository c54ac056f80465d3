package io.ballast.base.config;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;

/**
 * A configuration record as files see it, found out once for each, since a class is slow to ask about itself. Thread-safe.
 *
 * @param components in the order of the record
 */
record KeyedRecord(List<KeyedComponent> components, Constructor<?> constructor) {
    private static final ClassValue<KeyedRecord> KNOWN = new ClassValue<>() {
        @Override
        protected KeyedRecord computeValue(Class<?> type) {
            return read(type);
        }
    };

    static KeyedRecord of(Class<?> type) {
        return KNOWN.get(type);
    }

    private static KeyedRecord read(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return new KeyedRecord(
                    Arrays.stream(components).map(KeyedComponent::of).toList(), constructor);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(type + " is no record", e);
        }
    }

    /** Names of the keys. */
    List<String> names() {
        return components.stream().map(KeyedComponent::name).toList();
    }

    /** @param arguments as many as components */
    Object construct(Object[] arguments) {
        try {
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(constructor + " must take what its keys accept", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make a record by " + constructor, e);
        }
    }
}
