package io.ballast.sense.chain.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Questions and answers of the chain's ports as JSON. Thread-safe. */
final class ChainJson {
    static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new ChainModule())
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .changeDefaultVisibility(seen -> seen.withIsGetterVisibility(Visibility.NONE)
                    .withGetterVisibility(Visibility.NONE)
                    .withFieldVisibility(Visibility.ANY))
            .build();

    private ChainJson() {}

    /** What is asked, canonical: the same question is the same text. */
    static JsonNode question(Object @Nullable [] arguments) {
        return MAPPER.valueToTree(arguments == null ? List.of() : List.of(arguments));
    }

    static JsonNode answer(@Nullable Object answer) {
        return MAPPER.valueToTree(answer);
    }

    /** An answer as its method gives it. */
    static Object read(JsonNode answer, Method method) {
        Type type = method.getGenericReturnType();
        return MAPPER.treeToValue(answer, MAPPER.constructType(type));
    }
}
