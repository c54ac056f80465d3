package io.ballast.sense.chain.json;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.Wei;
import io.ballast.sense.chain.CallResult;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** How units and outcomes of calls are spelt in a recording: hex for bytes, decimal text for wei, ISO 8601 for times. */
final class ChainModule extends SimpleModule {
    private static final long serialVersionUID = 1L;

    ChainModule() {
        super("ballast-recording");
        text(Address.class, Address::hex, Address::new);
        text(Hash32.class, Hash32::hex, Hash32::new);
        text(Bytes.class, Bytes::hex, Bytes::parse);
        text(Wei.class, wei -> wei.value().toString(), text -> new Wei(new BigInteger(text)));
        text(Instant.class, Instant::toString, Instant::parse);
        text(Duration.class, Duration::toString, Duration::parse);
        addKeySerializer(Address.class, new KeyWriter());
        addSerializer(CallResult.class, new ResultWriter());
        addDeserializer(CallResult.class, new ResultReader());
    }

    private <T> void text(Class<T> type, Function<T, String> write, Function<String, T> read) {
        addSerializer(type, new Writer<>(type, write));
        addDeserializer(type, new Reader<>(type, read));
    }

    private static final class Writer<T> extends StdSerializer<T> {
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

    private static final class Reader<T> extends StdDeserializer<T> {
        private final transient Function<String, T> read;

        Reader(Class<T> type, Function<String, T> read) {
            super(type);
            this.read = read;
        }

        @Override
        public T deserialize(JsonParser in, DeserializationContext context) {
            return read.apply(in.getString());
        }
    }

    private static final class KeyWriter extends StdSerializer<Address> {
        KeyWriter() {
            super(Address.class);
        }

        @Override
        public void serialize(Address value, JsonGenerator out, SerializationContext context) {
            out.writeName(value.hex());
        }
    }

    /** The data alone; with a message if the call reverted. */
    private static final class ResultWriter extends StdSerializer<CallResult> {
        ResultWriter() {
            super(CallResult.class);
        }

        @Override
        public void serialize(CallResult value, JsonGenerator out, SerializationContext context) {
            switch (value) {
                case CallResult.Returned(Bytes data) -> out.writeString(data.hex());
                case CallResult.Reverted(Bytes data, String message) -> {
                    out.writeStartObject();
                    out.writeStringProperty("reverted", data.hex());
                    out.writeStringProperty("message", message);
                    out.writeEndObject();
                }
            }
        }
    }

    private static final class ResultReader extends StdDeserializer<CallResult> {
        ResultReader() {
            super(CallResult.class);
        }

        @Override
        public CallResult deserialize(JsonParser in, DeserializationContext context) {
            JsonNode node = in.readValueAsTree();
            return node.isString()
                    ? new CallResult.Returned(Bytes.parse(node.asString()))
                    : new CallResult.Reverted(
                            Bytes.parse(node.get("reverted").asString()),
                            node.get("message").asString());
        }
    }
}
