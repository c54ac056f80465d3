package io.ballast.app.cli.jackson;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bps;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.PoolId;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Usd;
import io.ballast.base.units.Wei;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.util.RawValue;

/**
 * Results as JSON text. Integers in smallest units are text, since they do not fit a JSON number everywhere; dollars are
 * numbers; addresses, hashes and paths are text. Thread-safe.
 */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(units())
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private Json() {}

    /** One document, indented, without a line end. */
    public static String document(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** Marks text that is JSON already, to stand inside another document. */
    public static Object raw(String json) {
        return new RawValue(MAPPER.readTree(json).toString());
    }

    /**
     * A document without depth as text by name, in order.
     *
     * @throws IllegalArgumentException if it is anything else
     */
    public static Map<String, String> flat(String json) {
        Map<String, String> values = new LinkedHashMap<>();
        try {
            MAPPER.readTree(json)
                    .properties()
                    .forEach(
                            entry -> values.put(entry.getKey(), entry.getValue().asString()));
            return values;
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not a flat JSON document", e);
        }
    }

    private static SimpleModule units() {
        SimpleModule module = new SimpleModule("units");
        text(module, BigInteger.class, BigInteger::toString);
        text(module, Wei.class, wei -> wei.value().toString());
        text(module, Address.class, Address::checksummed);
        text(module, Hash32.class, Hash32::hex);
        text(module, PoolId.class, PoolId::toString);
        text(module, Bytes.class, Bytes::hex);
        text(module, Bps.class, Bps::toString);
        text(module, Path.class, Path::toString);
        as(module, Usd.class, Usd::value);
        as(module, Token.class, Json::token);
        as(module, TokenAmount.class, amount -> {
            Map<String, Object> fields = token(amount.token());
            fields.put("amount", amount.raw());
            return fields;
        });
        return module;
    }

    private static Map<String, Object> token(Token token) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("token", token.symbol());
        fields.put("address", token.address());
        fields.put("decimals", token.decimals());
        return fields;
    }

    private static <T> void text(SimpleModule module, Class<T> type, Function<T, String> text) {
        as(module, type, text::apply);
    }

    /** Writes a value of the type as another value. */
    private static <T> void as(SimpleModule module, Class<T> type, Function<T, Object> other) {
        module.addSerializer(type, new ValueSerializer<T>() {
            @Override
            public void serialize(T value, JsonGenerator generator, SerializationContext context) {
                context.writeValue(generator, other.apply(value));
            }
        });
    }
}
