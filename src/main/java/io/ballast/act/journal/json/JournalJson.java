package io.ballast.act.journal.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.ballast.act.journal.JournalEvent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Events as canonical JSON: one text for one event. Keys sorted, no whitespace, ASCII only; units by {@link UnitsModule};
 * doubles by {@link Double#toString(double)}, which reads back to the same bits; an absent optional is {@code null}.
 * Thread-safe.
 */
public final class JournalJson {
    private static final Map<String, Class<?>> TYPES = Arrays.stream(JournalEvent.class.getPermittedSubclasses())
            .collect(Collectors.toUnmodifiableMap(Class::getSimpleName, type -> type));

    /** As Jackson writes records by itself. */
    static final JsonMapper PLAIN = JsonMapper.builder()
            .addModule(new UnitsModule())
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST, MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .changeDefaultVisibility(seen -> seen.withIsGetterVisibility(Visibility.NONE))
            .changeDefaultNullHandling(old -> JsonSetter.Value.construct(Nulls.FAIL, Nulls.FAIL))
            .withConfigOverride(Optional.class, old -> old.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.SET)))
            .withConfigOverride(
                    OptionalDouble.class, old -> old.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.SET)))
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .build();

    private static final JsonMapper MAPPER =
            PLAIN.rebuild().addModule(new FrequentRecords()).build();

    private JournalJson() {}

    /** Name under which a kind of event is stored. */
    public static String type(Class<? extends JournalEvent> type) {
        return type.getSimpleName();
    }

    /** @throws IllegalArgumentException for a double that is not finite */
    public static String write(JournalEvent event) {
        try {
            return new String(MAPPER.writeValueAsBytes(event), StandardCharsets.ISO_8859_1);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("no JSON for " + event.getClass().getSimpleName() + ": " + said(e), e);
        }
    }

    /**
     * Reads what {@link #write} wrote, and nothing else.
     *
     * @throws IllegalArgumentException for an unknown type, an unknown, missing or doubled field, or another spelling of a value
     */
    public static JournalEvent read(String type, String json) {
        Class<?> known = TYPES.get(type);
        if (known == null) {
            throw new IllegalArgumentException("unknown type of event \"" + type + "\"");
        }
        try {
            return (JournalEvent) MAPPER.readValue(json, known);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not a " + type + ": " + said(e), e);
        }
    }

    private static String said(JacksonException e) {
        return String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
    }
}
