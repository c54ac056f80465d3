package io.ballast.base.config;

import java.util.function.Function;

/**
 * How one type is written as one value.
 *
 * @param expected what to write, for messages: {@code a share such as 50bps or 0.5%}
 * @param example a text that is accepted
 * @param json type in a JSON Schema
 * @param pattern regular expression of the text; empty if anything goes
 * @param shy its text may hold a secret and is left out of messages
 * @param reader throws {@code IllegalArgumentException} whose message goes on after the text: {@code has no unit}
 * @param printer text that reads back to an equal value
 */
record ScalarType(
        String expected,
        String example,
        String json,
        String pattern,
        boolean shy,
        Function<ConfigNode.Scalar, Object> reader,
        Function<Object, String> printer) {

    static <T> ScalarType of(
            Class<T> type,
            String expected,
            String example,
            String pattern,
            Function<String, T> reader,
            Function<T, String> printer) {
        return new ScalarType(
                expected,
                example,
                "string",
                pattern,
                false,
                scalar -> reader.apply(scalar.text()),
                value -> printer.apply(type.cast(value)));
    }

    /** The message for a text that was refused; a secret's text is left out. */
    String refusal(ConfigNode.Scalar scalar, IllegalArgumentException reason) {
        if (scalar.secret()) {
            return "the value of " + scalar.shown() + " is not accepted, expected " + expected;
        }
        String what = shy ? "the value" : "\"" + clip(scalar.text()) + "\"";
        return what + " " + reason.getMessage() + ", expected " + expected;
    }

    private static String clip(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }
}
