package io.ballast.sense.chain.web3j;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.Hex;
import io.ballast.base.units.Wei;
import io.ballast.sense.chain.ChainException;
import java.math.BigInteger;
import java.util.Locale;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** The fields of one JSON object of an answer, each read strictly: what is missing or misshapen is MALFORMED, never zero. */
final class Fields {
    private final JsonNode node;
    private final String what;

    /**
     * @param what names the object in messages
     */
    Fields(JsonNode node, String what) {
        if (!node.isObject()) {
            throw malformed(what + " is not an object");
        }
        this.node = node;
        this.what = what;
    }

    BigInteger quantity(String field) {
        return read(field, Hex::quantity);
    }

    /** A quantity below 2^63. */
    long number(String field) {
        return read(field, Hex::quantityLong);
    }

    /** A quantity below 2^31. */
    int position(String field) {
        return read(field, text -> Math.toIntExact(Hex.quantityLong(text)));
    }

    Wei wei(String field) {
        return new Wei(quantity(field));
    }

    Hash32 hash(String field) {
        return read(field, Fields::hash32);
    }

    Address address(String field) {
        return read(field, text -> new Address(text.toLowerCase(Locale.ROOT)));
    }

    Bytes bytes(String field) {
        return read(field, Bytes::parse);
    }

    /** Status of a transaction: 1 is success, 0 is failure, nothing else. */
    boolean status(String field) {
        return switch (read(field, Hex::quantity).toString()) {
            case "1" -> true;
            case "0" -> false;
            default -> throw malformed(what + "." + field + " must be 0x0 or 0x1");
        };
    }

    JsonNode list(String field) {
        JsonNode list = node.path(field);
        if (!list.isArray()) {
            throw malformed(what + "." + field + " is not a list");
        }
        return list;
    }

    boolean isTrue(String field) {
        return node.path(field).asBoolean(false);
    }

    JsonNode optional(String field) {
        return node.path(field);
    }

    private <T> T read(String field, Function<String, T> parse) {
        return text(node.path(field), what + "." + field, parse);
    }

    /** A text value, parsed; whatever is not text, or does not parse, is MALFORMED. */
    static <T> T text(JsonNode value, String what, Function<String, T> parse) {
        if (!value.isString()) {
            throw malformed(what + (value.isMissingNode() || value.isNull() ? " is missing" : " is not text"));
        }
        try {
            return parse.apply(value.stringValue());
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new ChainException(
                    ChainException.Kind.MALFORMED, what + " is misshapen: " + clip(String.valueOf(e.getMessage())), e);
        }
    }

    /** A hash as nodes write it, in any case of digits. */
    static Hash32 hash32(String text) {
        return new Hash32(text.toLowerCase(Locale.ROOT));
    }

    static ChainException malformed(String message) {
        return new ChainException(ChainException.Kind.MALFORMED, message);
    }

    private static String clip(String text) {
        String printable = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]", " ");
        return printable.length() <= 120 ? printable : printable.substring(0, 120) + "…";
    }
}
