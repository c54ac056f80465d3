package io.ballast.think.model.jackson;

import io.ballast.think.model.ModelCard;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes {@code card.json}. Strict: no unknown, missing, null or repeated key. Thread-safe. */
public final class CardJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private CardJson() {}

    /** @throws IllegalArgumentException if the bytes are not a card; the message is one line */
    public static ModelCard read(byte[] json) {
        try {
            return MAPPER.readValue(json, ModelCard.class);
        } catch (JacksonException e) {
            String problem = e.getOriginalMessage().lines().findFirst().orElse("not JSON");
            throw new IllegalArgumentException(place(e) + problem, e);
        }
    }

    /** {@code scoring.kappa: }, or nothing outside of the root object. */
    private static String place(JacksonException e) {
        String path = e.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName())
                .collect(Collectors.joining("."));
        return path.isEmpty() ? "" : path + ": ";
    }

    /** UTF-8, indented, keys in the order of the record; the same card gives the same bytes. */
    public static byte[] write(ModelCard card) {
        return (MAPPER.writeValueAsString(card) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
