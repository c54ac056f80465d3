package io.ballast.base.config;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bps;
import io.ballast.base.units.Usd;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The types that are one value in a file. */
final class ScalarTypes {
    private static final String NUMBER = Decimals.PATTERN;
    private static final Map<Class<?>, ScalarType> KNOWN = Map.of(
            String.class, ScalarType.of(String.class, "text", "text", "", UnitTexts::string, Function.identity()),
            Bps.class,
                    ScalarType.of(
                            Bps.class,
                            "a share such as 50bps or 0.5%",
                            "1bps",
                            NUMBER + " ?(bps|%)",
                            UnitTexts::bps,
                            UnitTexts::bps),
            Usd.class,
                    ScalarType.of(
                            Usd.class,
                            "an amount such as 2500 USD",
                            "1 USD",
                            NUMBER + " ?USD",
                            UnitTexts::usd,
                            UnitTexts::usd),
            Duration.class,
                    ScalarType.of(
                            Duration.class,
                            "a time span such as 60s, 15m, 1h or 30d",
                            "1h",
                            "(0|[1-9][0-9]*) ?(ms|s|m|h|d)",
                            UnitTexts::duration,
                            UnitTexts::duration),
            Address.class,
                    ScalarType.of(
                            Address.class,
                            "an address: 0x and 40 hex digits",
                            "0x0000000000000000000000000000000000000001",
                            "0x[0-9a-fA-F]{40}",
                            UnitTexts::address,
                            Address::checksummed),
            Path.class, ScalarType.of(Path.class, "the path of a file", "file", "", UnitTexts::path, Path::toString),
            boolean.class, truth(),
            Boolean.class, truth());

    private ScalarTypes() {}

    /** Empty for records, lists and maps. */
    static Optional<ScalarType> find(Type type, Key key) {
        if (!(type instanceof Class<?> raw)) {
            return Optional.empty();
        }
        if (raw == int.class || raw == Integer.class) {
            return Optional.of(whole(key, n -> Math.toIntExact(n)));
        }
        if (raw == long.class || raw == Long.class) {
            return Optional.of(whole(key, n -> n));
        }
        if (raw.isEnum()) {
            return Optional.of(EnumTexts.of(raw));
        }
        return raw.isAnnotationPresent(TextForm.class)
                ? Optional.of(TextForms.of(raw))
                : Optional.ofNullable(KNOWN.get(raw));
    }

    private static ScalarType truth() {
        return new ScalarType(
                "true or false", "false", "boolean", "", false, s -> UnitTexts.truth(s.text()), Object::toString);
    }

    private static ScalarType whole(Key key, Function<Long, Object> narrow) {
        String top = key.max() == Integer.MAX_VALUE ? "" : " to " + key.max();
        String range = key.min() == 0 && top.isEmpty() ? "" : " from " + key.min() + top;
        return new ScalarType(
                key.min() == key.max() ? "the number " + key.min() : "a whole number" + range,
                Long.toString(key.min()),
                "integer",
                "",
                false,
                s -> narrow.apply(Decimals.whole(s.text(), key.min(), key.max())),
                Object::toString);
    }
}
