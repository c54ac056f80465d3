package io.ballast.base.config;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/** Reads and writes the types that say themselves how they are written. */
final class TextForms {
    private TextForms() {}

    static ScalarType of(Class<?> type) {
        TextForm form = type.getAnnotation(TextForm.class);
        return new ScalarType(
                form.expected(),
                form.example(),
                "string",
                form.pattern(),
                form.shy(),
                scalar -> parse(type, scalar),
                value -> print(type, value));
    }

    private static Object parse(Class<?> type, ConfigNode.Scalar scalar) {
        try {
            return call(type.getMethod("parse", ConfigNode.Scalar.class), null, scalar);
        } catch (NoSuchMethodException e) {
            return parseText(type, scalar.text());
        }
    }

    private static Object parseText(Class<?> type, String text) {
        try {
            return call(type.getMethod("parse", String.class), null, text);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(type + " has no parse", e);
        }
    }

    private static String print(Class<?> type, Object value) {
        try {
            return (String) call(type.getMethod("text"), value);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(type + " has no text()", e);
        }
    }

    private static Object call(Method method, @org.jspecify.annotations.Nullable Object target, Object... arguments) {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refused) {
                throw refused;
            }
            throw new IllegalStateException("cannot call " + method, e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("cannot call " + method, e);
        }
    }
}
