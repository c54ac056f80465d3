package io.ballast.base.config;

import io.ballast.base.config.ConfigNode.Broken;
import io.ballast.base.config.ConfigNode.Entry;
import io.ballast.base.config.ConfigNode.Mapping;
import io.ballast.base.config.ConfigNode.Nothing;
import io.ballast.base.config.ConfigNode.Scalar;
import io.ballast.base.config.ConfigNode.Sequence;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Binds single values, lists and maps. */
final class Values {
    private final Binder binder;
    private final Given given;
    private final Problems problems;

    Values(Binder binder, Given given, Problems problems) {
        this.binder = binder;
        this.given = given;
        this.problems = problems;
    }

    /** Empty if it is wrong; then the problem was said. */
    Optional<Object> value(Type type, ConfigNode node, String path, Key key) {
        if (type instanceof ParameterizedType generic) {
            return generic(generic, node, path, key);
        }
        Optional<ScalarType> scalar = ScalarTypes.find(type, key);
        return scalar.isPresent() ? scalar(scalar.get(), node, path) : binder.record((Class<?>) type, node, path);
    }

    private Optional<Object> generic(ParameterizedType type, ConfigNode node, String path, Key key) {
        if (type.getRawType() == Optional.class) {
            return value(type.getActualTypeArguments()[0], node, path, key).map(Optional::of);
        }
        if (type.getRawType() == List.class) {
            return list(type, node, path, key);
        }
        return map(type, node, path, key);
    }

    private Optional<Object> scalar(ScalarType type, ConfigNode node, String path) {
        if (!(node instanceof Scalar scalar)) {
            problems.error(node.at(), path, "is " + node.kind() + ", expected " + type.expected());
            return Optional.empty();
        }
        try {
            return Optional.of(type.reader().apply(scalar));
        } catch (IllegalArgumentException e) {
            problems.error(node.at(), path, type.refusal(scalar, e));
            return Optional.empty();
        }
    }

    private Optional<Object> list(ParameterizedType type, ConfigNode node, String path, Key key) {
        if (!(node instanceof Sequence sequence)) {
            problems.error(node.at(), path, "is " + node.kind() + ", expected " + expected(type, key));
            return Optional.empty();
        }
        List<Object> items = new ArrayList<>();
        for (int i = 0; i < sequence.items().size(); i++) {
            element(type.getActualTypeArguments()[0], sequence.items().get(i), path + "[" + i + "]", key)
                    .ifPresent(items::add);
        }
        return Optional.of(List.copyOf(items));
    }

    private Optional<Object> map(ParameterizedType type, ConfigNode node, String path, Key key) {
        if (!(node instanceof Mapping mapping)) {
            problems.error(node.at(), path, "is " + node.kind() + ", expected " + expected(type, key));
            return Optional.empty();
        }
        Map<Object, Object> map = new LinkedHashMap<>();
        for (Entry entry : mapping.entries()) {
            String here = Keys.join(path, entry.key());
            Scalar name = new Scalar(entry.keyAt(), entry.key(), true);
            Optional<Object> bound = element(type.getActualTypeArguments()[1], entry.value(), here, key);
            value(type.getActualTypeArguments()[0], name, here, key)
                    .ifPresent(k -> bound.ifPresent(v -> map.put(k, v)));
        }
        return Optional.of(Collections.unmodifiableMap(map));
    }

    private Optional<Object> element(Type type, ConfigNode node, String path, Key key) {
        given.put(path, node);
        if (node instanceof Nothing) {
            problems.error(node.at(), path, "has no value, expected " + expected(type, key));
        }
        return node instanceof Nothing || node instanceof Broken ? Optional.empty() : value(type, node, path, key);
    }

    static Class<?> raw(Type type) {
        return (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
    }

    /** What belongs at a key, in words. */
    static String expected(Type type, Key key) {
        if (type instanceof ParameterizedType generic) {
            Type last = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
            String inner = expected(last, key);
            return switch (raw(type).getSimpleName()) {
                case "List" -> "a list in [ ], each " + inner;
                case "Map" -> "a mapping, each value " + inner;
                default -> inner;
            };
        }
        return ScalarTypes.find(type, key).map(ScalarType::expected).orElseGet(() -> keysOf(raw(type)));
    }

    static String keysOf(Class<?> record) {
        return "a mapping with the keys "
                + String.join(", ", KeyedRecord.of(record).names());
    }
}
