package io.ballast.base.config;

import java.util.Locale;
import java.util.regex.Pattern;

/** Names of keys. */
final class Keys {
    private static final Pattern HUMP = Pattern.compile("([a-z0-9])([A-Z])");

    private Keys() {}

    static String snake(String camel) {
        return HUMP.matcher(camel).replaceAll("$1_$2").toLowerCase(Locale.ROOT);
    }

    static String join(String path, String key) {
        return path.isEmpty() ? key : key.isEmpty() ? path : path + "." + key;
    }
}
