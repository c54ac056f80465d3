package io.ballast.act.journal.json;

import java.time.DateTimeException;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.ser.std.StdSerializer;

/** A value whose JSON is one text, with exactly one spelling. */
final class UnitText {
    private UnitText() {}

    static final class Writer<T> extends StdSerializer<T> {
        private final transient Function<T, String> write;

        Writer(Class<T> type, Function<T, String> write) {
            super(type);
            this.write = write;
        }

        @Override
        public void serialize(T value, JsonGenerator out, SerializationContext context) {
            out.writeString(write.apply(value));
        }
    }

    static final class Reader<T> extends StdDeserializer<T> {
        private final transient Function<T, String> write;
        private final transient Function<String, T> read;

        Reader(Class<T> type, Function<T, String> write, Function<String, T> read) {
            super(type);
            this.write = write;
            this.read = read;
        }

        @Override
        public T deserialize(JsonParser in, DeserializationContext context) {
            if (!in.hasToken(JsonToken.VALUE_STRING)) {
                return context.reportInputMismatch(this, "a text is due, was %s", in.currentToken());
            }
            String text = in.getString();
            T value = parse(text, context);
            if (!write.apply(value).equals(text)) {
                return context.reportInputMismatch(this, "\"%s\" is spelt \"%s\"", text, write.apply(value));
            }
            return value;
        }

        private T parse(String text, DeserializationContext context) {
            try {
                return read.apply(text);
            } catch (IllegalArgumentException | DateTimeException e) {
                return context.reportInputMismatch(this, "%s", String.valueOf(e.getMessage()));
            }
        }
    }
}
