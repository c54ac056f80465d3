package io.ballast.act.wallet.json;

import io.ballast.act.wallet.KeystoreException;
import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import java.util.Locale;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** One value of a keystore file, with the path that leads to it. Messages never quote the value of a field with key material. */
record Field(String file, String path, JsonNode node) {
    boolean has(String name) {
        return node.isObject() && node.has(name);
    }

    Field get(String name) {
        JsonNode child = node.isObject() ? node.get(name) : null;
        String at = path.isEmpty() ? name : path + "." + name;
        if (child == null || child.isNull()) {
            throw new KeystoreException(file + ": " + at + ": is missing");
        }
        return new Field(file, at, child);
    }

    String text() {
        if (!node.isString()) {
            throw wrong("must be a text");
        }
        return node.stringValue();
    }

    int integer() {
        if (!node.isIntegralNumber() || !node.canConvertToInt()) {
            throw wrong("must be a whole number below 2^31");
        }
        return node.intValue();
    }

    Bytes bytes() {
        String digits = text();
        if (!digits.matches("(?:[0-9a-fA-F]{2})*")) {
            throw wrong("must be an even number of hex digits, without 0x");
        }
        return Bytes.parse("0x" + digits);
    }

    Address address() {
        String digits = text().toLowerCase(Locale.ROOT);
        if (!digits.matches("(?:0x)?[0-9a-f]{40}")) {
            throw wrong("must be 40 hex digits");
        }
        return new Address(digits.startsWith("0x") ? digits : "0x" + digits);
    }

    void mustBe(int value) {
        if (!node.isIntegralNumber() || !node.canConvertToInt() || node.intValue() != value) {
            throw wrong("must be " + value);
        }
    }

    void mustBe(String value) {
        if (!text().equals(value)) {
            throw wrong("must be " + value);
        }
    }

    /** Runs what builds a record and gives its complaint the file's name. */
    <T> T checked(Supplier<T> builder) {
        try {
            return builder.get();
        } catch (IllegalArgumentException e) {
            throw new KeystoreException(file + ": " + e.getMessage());
        }
    }

    KeystoreException wrong(String reason) {
        return new KeystoreException(file + ": " + path + ": " + reason);
    }
}
