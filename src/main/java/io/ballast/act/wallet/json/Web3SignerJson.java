package io.ballast.act.wallet.json;

import io.ballast.act.wallet.SigningException;
import io.ballast.base.units.Bytes;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a Web3Signer reads and writes. */
public final class Web3SignerJson {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private Web3SignerJson() {}

    /** The body of a request for a signature over the Keccak-256 hash of these bytes. */
    public static String data(Bytes payload) {
        return MAPPER.writeValueAsString(MAPPER.createObjectNode().put("data", payload.hex()));
    }

    /**
     * The identifiers it lists, as it writes them.
     *
     * @throws SigningException if it is no list of texts
     */
    public static List<String> publicKeys(String body) {
        try {
            JsonNode list = MAPPER.readTree(body);
            List<String> keys = new ArrayList<>();
            if (!list.isArray()) {
                throw new SigningException("the Web3Signer lists no keys");
            }
            for (JsonNode key : list) {
                keys.add(key.stringValue());
            }
            return keys;
        } catch (JacksonException e) {
            throw new SigningException("the Web3Signer lists no keys");
        }
    }
}
