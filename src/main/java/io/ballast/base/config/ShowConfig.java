package io.ballast.base.config;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The effective configuration: every default filled in, every value with its origin. Values from the environment are shown as
 * their placeholder.
 */
public final class ShowConfig {
    private final Shown shown;

    private ShowConfig(Shown shown) {
        this.shown = shown;
    }

    public static ShowConfig of(Bound<?> bound) {
        return of(bound, bound.value(), "default");
    }

    /**
     * The same with values that were derived after binding.
     *
     * @param effective of the bound type
     * @param derivation origin of what the file does not give and {@code bound} does not default
     */
    public static <T extends Record> ShowConfig of(Bound<? extends T> bound, T effective, String derivation) {
        return new ShowConfig(new Walk(bound.given(), derivation).record(effective, Optional.of(bound.value()), ""));
    }

    /** YAML that loads again; origins as comments. */
    public String yaml() {
        return shown.yaml(true);
    }

    /** One JSON object; every value is {@code {"value": …, "origin": …}}. */
    public String json() {
        return JsonText.write(shown.explained());
    }

    /** The same as a tree of maps and lists, to be put into a larger document. */
    public Object tree() {
        return shown.explained();
    }

    /** YAML of a record that comes from no file; it loads again. */
    public static String yaml(Record record) {
        Given nothing = new Given(new ConfigNode.Nothing(Position.whole("")));
        return new Walk(nothing, "").record(record, Optional.empty(), "").yaml(false);
    }

    /** SHA-256 over the values without their origins, lower-case hex. Secrets enter as their placeholder. */
    public static String digest(List<ShowConfig> parts) {
        try {
            String all = parts.stream().map(part -> part.shown.yaml(false)).collect(Collectors.joining("---\n"));
            byte[] text = all.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private record Walk(Given given, String derivation) {
        Shown record(Record record, Optional<?> bound, String path) {
            Map<String, Shown> keys = new LinkedHashMap<>();
            for (KeyedComponent component : KeyedRecord.of(record.getClass()).components()) {
                Object value = component.in(record);
                Optional<Object> before = bound.map(b -> component.in((Record) b));
                value(component.type(), value, before, Keys.join(path, component.name()), component.key())
                        .ifPresent(s -> keys.put(component.name(), s));
            }
            return new Shown.Block(keys);
        }

        private Optional<Shown> value(Type type, Object value, Optional<?> bound, String path, Key key) {
            if (value instanceof Optional<?> optional) {
                Type inner = ((ParameterizedType) type).getActualTypeArguments()[0];
                Optional<?> before = bound.flatMap(b -> (Optional<?>) b);
                return optional.flatMap(v -> value(inner, v, before, path, key));
            }
            return Optional.of(shown(type, value, bound, path, key));
        }

        private Shown shown(Type type, Object value, Optional<?> bound, String path, Key key) {
            return switch (value) {
                case List<?> list ->
                    list(((ParameterizedType) type).getActualTypeArguments()[0], list, bound, path, key);
                case Map<?, ?> map -> map(((ParameterizedType) type).getActualTypeArguments(), map, bound, path, key);
                default ->
                    ScalarTypes.find(type, key)
                            .<Shown>map(scalar -> leaf(scalar, value, bound, path))
                            .orElseGet(() -> record((Record) value, bound, path));
            };
        }

        private Shown list(Type item, List<?> values, Optional<?> bound, String path, Key key) {
            List<Shown> items = new ArrayList<>();
            for (int i = 0; i < values.size(); i++) {
                value(
                                item,
                                values.get(i),
                                bound.isPresent() ? Optional.of(values.get(i)) : bound,
                                path + "[" + i + "]",
                                key)
                        .ifPresent(items::add);
            }
            return new Shown.Items(items);
        }

        private Shown map(Type[] types, Map<?, ?> values, Optional<?> bound, String path, Key key) {
            Map<String, Shown> keys = new LinkedHashMap<>();
            ScalarType name = ScalarTypes.find(types[0], key).orElseThrow();
            values.forEach((k, v) -> {
                String text = name.printer().apply(k);
                value(types[1], v, bound.isPresent() ? Optional.of(v) : bound, Keys.join(path, text), key)
                        .ifPresent(s -> keys.put(text, s));
            });
            return new Shown.Block(keys);
        }

        private Shown leaf(ScalarType type, Object value, Optional<?> bound, String path) {
            String text = given.secret(path).orElseGet(() -> type.printer().apply(value));
            return new Shown.Leaf(text, type.json(), origin(bound, path));
        }

        private String origin(Optional<?> bound, String path) {
            if (given.contains(path)) {
                Position at = given.position(path);
                return at.file() + ":" + at.line();
            }
            return bound.isPresent() ? "default" : derivation;
        }
    }
}
