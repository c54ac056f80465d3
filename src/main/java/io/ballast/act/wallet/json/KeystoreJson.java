package io.ballast.act.wallet.json;

import io.ballast.act.wallet.Kdf;
import io.ballast.act.wallet.Keystore;
import io.ballast.act.wallet.KeystoreException;
import io.ballast.act.wallet.PrivateFile;
import io.ballast.base.units.Bytes;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes the Web3 Secret Storage format, version 3; checks every bound before anything is derived. */
public final class KeystoreJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private KeystoreJson() {}

    /**
     * @throws KeystoreException in one line, naming the file and the key that is wrong; also if others than the owner may read
     *     the file
     */
    public static Keystore read(Path file) {
        byte[] content = PrivateFile.read(file);
        try {
            return keystore(new Field(file.toString(), "", MAPPER.readTree(content)));
        } catch (JacksonException e) {
            // The parser's own words may quote the content.
            var at = e.getLocation();
            String place = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
            throw new KeystoreException(file + ": is not JSON" + place);
        }
    }

    /** As a file's content. */
    public static byte[] write(Keystore keystore) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("address", keystore.address().hex().substring(2));
        ObjectNode crypto = root.putObject("crypto");
        crypto.put("cipher", "aes-128-ctr");
        crypto.putObject("cipherparams").put("iv", digits(keystore.iv()));
        crypto.put("ciphertext", digits(keystore.ciphertext()));
        writeKdf(crypto, keystore.kdf());
        crypto.put("mac", digits(keystore.mac()));
        root.put("id", keystore.id());
        root.put("version", 3);
        return MAPPER.writeValueAsBytes(root);
    }

    private static void writeKdf(ObjectNode crypto, Kdf kdf) {
        ObjectNode params = MAPPER.createObjectNode();
        params.put("dklen", Kdf.DERIVED);
        params.put("salt", digits(kdf.salt()));
        switch (kdf) {
            case Kdf.Scrypt scrypt -> {
                crypto.put("kdf", "scrypt");
                params.put("n", scrypt.n()).put("r", scrypt.r()).put("p", scrypt.p());
            }
            case Kdf.Pbkdf2 pbkdf2 -> {
                crypto.put("kdf", "pbkdf2");
                params.put("c", pbkdf2.c()).put("prf", "hmac-sha256");
            }
        }
        crypto.set("kdfparams", params);
    }

    private static Keystore keystore(Field root) {
        root.get("version").mustBe(3);
        Field crypto = root.has("crypto") ? root.get("crypto") : root.get("Crypto");
        crypto.get("cipher").mustBe("aes-128-ctr");
        return root.checked(() -> new Keystore(
                root.has("id") ? root.get("id").text() : "",
                root.get("address").address(),
                kdf(crypto),
                crypto.get("cipherparams").get("iv").bytes(),
                crypto.get("ciphertext").bytes(),
                crypto.get("mac").bytes()));
    }

    private static Kdf kdf(Field crypto) {
        Field params = crypto.get("kdfparams");
        params.get("dklen").mustBe(Kdf.DERIVED);
        return switch (crypto.get("kdf").text()) {
            case "scrypt" ->
                new Kdf.Scrypt(
                        params.get("n").integer(),
                        params.get("r").integer(),
                        params.get("p").integer(),
                        params.get("salt").bytes());
            case "pbkdf2" -> {
                params.get("prf").mustBe("hmac-sha256");
                yield new Kdf.Pbkdf2(
                        params.get("c").integer(), params.get("salt").bytes());
            }
            default -> throw crypto.get("kdf").wrong("must be scrypt or pbkdf2");
        };
    }

    private static String digits(Bytes bytes) {
        return bytes.hex().substring(2);
    }
}
