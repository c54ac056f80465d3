package io.ballast.act.wallet.web3signer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.ballast.act.wallet.Signer;
import io.ballast.act.wallet.SigningException;
import io.ballast.act.wallet.UnsignedTransaction;
import io.ballast.act.wallet.web3j.Signers;
import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Wei;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.web3j.crypto.ECKeyPair;
import org.web3j.crypto.Sign;
import org.web3j.utils.Numeric;

/** A stub answers as Web3Signer's published API says: the key signs the Keccak-256 hash of the data. */
class Web3SignerClientTest {
    private static final Signer KEY = Signers.first();
    private static final ECKeyPair PAIR =
            ECKeyPair.create(new BigInteger("ac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80", 16));
    private static final String PUBLIC = Numeric.toHexStringWithPrefixZeroPadded(PAIR.getPublicKey(), 128);

    private final Map<String, Object> answers = new HashMap<>();
    private UnaryOperator<String> signature = text -> text;
    private HttpServer server;
    private URI base;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        answers.put("/upcheck", "OK");
        answers.put("/api/v1/eth1/publicKeys", "[\"0x" + "11".repeat(64) + "\",\"" + PUBLIC + "\"]");
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    @Test
    void signsTheSameBytesAsTheKeystore() {
        Signer client = Web3SignerClient.open(base, KEY.address(), 31337);
        for (int nonce = 0; nonce < 20; nonce++) {
            assertThat(client.sign(transaction(nonce))).isEqualTo(KEY.sign(transaction(nonce)));
        }
    }

    @Test
    void refusesASignatureOfAnythingElse() {
        Signer client = Web3SignerClient.open(base, KEY.address(), 31337);
        String other = sign(Bytes.parse("0x0123").toArray());
        for (UnaryOperator<String> wrong : java.util.List.<UnaryOperator<String>>of(
                text -> other,
                text -> text.substring(0, 130) + (text.endsWith("b") ? "1c" : "1b"),
                text -> text.substring(0, 130) + "1d",
                text -> text.substring(0, 130),
                text -> text + "00",
                text -> "0x" + "00".repeat(64) + "1b",
                text -> "\"" + text + "\"",
                text -> "",
                text -> "OK")) {
            signature = wrong;
            assertThatThrownBy(() -> client.sign(transaction(1))).isInstanceOf(SigningException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 400, 404, 412, 500, 503})
    void anythingButSuccessIsNoSignature(int status) {
        Signer client = Web3SignerClient.open(base, KEY.address(), 31337);
        answers.put("/api/v1/eth1/sign/" + PUBLIC, status);
        assertThatThrownBy(() -> client.sign(transaction(1)))
                .isInstanceOf(SigningException.class)
                .hasMessageContaining("answers " + status);
    }

    @Test
    void refusesToStartWithoutTheKey() {
        Address other = Signers.second().address();
        assertThatThrownBy(() -> Web3SignerClient.open(base, other, 31337)).hasMessageContaining("has no key of");
        for (String keys : new String[] {"[]", "{}", "x", "[1]", "[\"0x12\"]", "null"}) {
            answers.put("/api/v1/eth1/publicKeys", keys);
            assertThatThrownBy(() -> Web3SignerClient.open(base, KEY.address(), 31337))
                    .as(keys)
                    .isInstanceOf(SigningException.class);
        }
        answers.put("/upcheck", 500);
        assertThatThrownBy(() -> Web3SignerClient.open(base, KEY.address(), 31337))
                .hasMessageContaining("500");
        server.stop(0);
        assertThatThrownBy(() -> Web3SignerClient.open(base, KEY.address(), 31337))
                .hasMessageContaining("does not answer");
    }

    @Test
    void signsForItsChainOnly() {
        Signer client = Web3SignerClient.open(base, KEY.address(), 1337);
        assertThatThrownBy(() -> client.sign(transaction(1))).hasMessageContaining("for chain 31337");
        assertThatThrownBy(() -> Web3SignerClient.open(base, KEY.address(), 1))
                .hasMessageContaining("public development account");
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        Object answer = answers.get(path);
        if (answer == null && path.equals("/api/v1/eth1/sign/" + PUBLIC)) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            answer = signature.apply(sign(
                    Bytes.parse(body.replaceAll(".*\"(0x[0-9a-f]*)\".*", "$1")).toArray()));
        }
        byte[] bytes = answer instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : new byte[0];
        int status = answer instanceof Integer code ? code : answer == null ? 404 : 200;
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String sign(byte[] data) {
        Sign.SignatureData made = Sign.signMessage(data, PAIR, true);
        return "0x" + Numeric.toHexStringNoPrefix(made.getR()) + Numeric.toHexStringNoPrefix(made.getS())
                + Numeric.toHexStringNoPrefix(made.getV());
    }

    private static UnsignedTransaction transaction(long nonce) {
        return new UnsignedTransaction(
                31337, nonce, KEY.address(), Wei.of(1), Bytes.EMPTY, 21_000, Wei.of(30), Wei.of(1));
    }
}
