package io.ballast.act.wallet.json;

import io.ballast.act.wallet.SignerMessage;
import io.ballast.act.wallet.SigningException;
import io.ballast.act.wallet.UnsignedTransaction;
import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Wei;
import java.math.BigInteger;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The messages of the signer's socket as JSON. Reading is strict: exactly the expected keys, numbers as plain decimal text,
 * nothing after the document.
 */
public final class SignerJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final String KIND = "kind";
    private static final BigInteger LARGEST = BigInteger.ONE.shiftLeft(256);

    private SignerJson() {}

    public static byte[] write(SignerMessage message) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("version", SignerMessage.VERSION);
        switch (message) {
            case SignerMessage.WhoAreYou ignored -> root.put(KIND, "who");
            case SignerMessage.IAm am ->
                root.put(KIND, "account")
                        .put("account", am.account().hex())
                        .put("chainId", Long.toString(am.chainId()));
            case SignerMessage.PleaseSign ask -> root.put(KIND, "sign").set("transaction", node(ask.transaction()));
            case SignerMessage.HereYouAre signed ->
                root.put(KIND, "signed").put("raw", signed.raw().hex());
            case SignerMessage.Refused refused -> root.put(KIND, "refused").put("reason", refused.reason());
        }
        return MAPPER.writeValueAsBytes(root);
    }

    /** @throws SigningException if it is no message of this version */
    public static SignerMessage read(byte[] document) {
        try {
            return message(MAPPER.readTree(document));
        } catch (JacksonException | IllegalArgumentException | ArithmeticException e) {
            throw new SigningException("not a message of the signer's protocol");
        }
    }

    private static SignerMessage message(JsonNode root) {
        if (!root.isObject()
                || !root.path("version").isInt()
                || root.path("version").intValue() != SignerMessage.VERSION) {
            throw new SigningException("not version " + SignerMessage.VERSION + " of the signer's protocol");
        }
        return switch (text(root, KIND)) {
            case "who" -> {
                only(root, Set.of());
                yield new SignerMessage.WhoAreYou();
            }
            case "account" -> {
                only(root, Set.of("account", "chainId"));
                yield new SignerMessage.IAm(new Address(text(root, "account")), whole(root, "chainId"));
            }
            case "sign" -> {
                only(root, Set.of("transaction"));
                yield new SignerMessage.PleaseSign(transaction(root.path("transaction")));
            }
            case "signed" -> {
                only(root, Set.of("raw"));
                yield new SignerMessage.HereYouAre(Bytes.parse(text(root, "raw")));
            }
            case "refused" -> {
                only(root, Set.of("reason"));
                yield new SignerMessage.Refused(printable(text(root, "reason")));
            }
            default -> throw new IllegalArgumentException("unknown kind");
        };
    }

    private static ObjectNode node(UnsignedTransaction transaction) {
        return MAPPER.createObjectNode()
                .put("chainId", Long.toString(transaction.chainId()))
                .put("nonce", Long.toString(transaction.nonce()))
                .put("to", transaction.to().hex())
                .put("value", transaction.value().value().toString())
                .put("data", transaction.data().hex())
                .put("gasLimit", Long.toString(transaction.gasLimit()))
                .put("maxFee", transaction.maxFee().value().toString())
                .put("maxTip", transaction.maxTip().value().toString());
    }

    private static UnsignedTransaction transaction(JsonNode node) {
        exactly(node, Set.of("chainId", "nonce", "to", "value", "data", "gasLimit", "maxFee", "maxTip"));
        return new UnsignedTransaction(
                whole(node, "chainId"),
                whole(node, "nonce"),
                new Address(text(node, "to")),
                new Wei(number(node, "value")),
                Bytes.parse(text(node, "data")),
                whole(node, "gasLimit"),
                new Wei(number(node, "maxFee")),
                new Wei(number(node, "maxTip")));
    }

    private static void only(JsonNode root, Set<String> keys) {
        Set<String> all = new java.util.HashSet<>(keys);
        all.add("version");
        all.add(KIND);
        exactly(root, all);
    }

    private static void exactly(JsonNode node, Set<String> keys) {
        if (!node.isObject() || !Set.copyOf(node.propertyNames()).equals(keys)) {
            throw new IllegalArgumentException("other keys than expected");
        }
    }

    private static String text(JsonNode node, String key) {
        JsonNode value = node.path(key);
        if (!value.isString()) {
            throw new IllegalArgumentException(key + " is no text");
        }
        return value.stringValue();
    }

    private static long whole(JsonNode node, String key) {
        return number(node, key).longValueExact();
    }

    private static BigInteger number(JsonNode node, String key) {
        String text = text(node, key);
        if (!text.matches("0|[1-9][0-9]{0,77}") || new BigInteger(text).compareTo(LARGEST) >= 0) {
            throw new IllegalArgumentException(key + " is no number");
        }
        return new BigInteger(text);
    }

    private static String printable(String text) {
        String line = text.replaceAll("[\\p{C}\\s]+", " ").strip();
        return line.length() <= 400 ? line : line.substring(0, 400);
    }
}
