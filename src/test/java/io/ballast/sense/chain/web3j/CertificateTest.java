package io.ballast.sense.chain.web3j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.sense.chain.ChainException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.OptionalInt;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** F15: an endpoint must prove its name to somebody this machine trusts. The certificates are made here, by keytool. */
class CertificateTest {
    private static final RpcCall CHAIN_ID = RpcCall.of("eth_chainId");
    private static KeyStore right;
    private static KeyStore other;

    @BeforeAll
    static void make(@TempDir Path folder) throws Exception {
        right = OwnCertificate.make(folder.resolve("right.p12"), "localhost");
        other = OwnCertificate.make(folder.resolve("other.p12"), "rpc.example.org");
    }

    private static OkHttpClient trusting(KeyStore certificate) throws GeneralSecurityException {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(certificate);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return new OkHttpClient.Builder()
                .sslSocketFactory(context.getSocketFactory(), (X509TrustManager) trust.getTrustManagers()[0])
                .build();
    }

    private static RpcAnswer ask(MockWebServer server, OkHttpClient base) {
        server.enqueue(new MockResponse.Builder()
                .body("{\"jsonrpc\":\"2.0\",\"id\":0,\"error\":{\"code\":-32000,\"message\":\"reached\"}}")
                .build());
        String url = "https://localhost:" + server.getPort() + "/v3/topsecretkey";
        return new JsonRpc(0, url, Samples.LIMITS, CallRate.of(OptionalInt.empty()), base).ask(CHAIN_ID);
    }

    @Test
    void takesACertificateOfItsNameFromSomebodyTrusted() throws Exception {
        try (MockWebServer server = OwnCertificate.serving(right)) {
            assertThatThrownBy(() -> ask(server, trusting(right)))
                    .isInstanceOfSatisfying(
                            ChainException.class, e -> assertThat(e.kind()).isEqualTo(ChainException.Kind.MALFORMED))
                    .hasMessageContaining("answer to id");
        }
    }

    @Test
    void refusesACertificateOfAnotherName() throws Exception {
        try (MockWebServer server = OwnCertificate.serving(other)) {
            assertRefused(server, trusting(other));
        }
    }

    @Test
    void refusesACertificateOfNobodyTrusted() throws Exception {
        try (MockWebServer server = OwnCertificate.serving(right)) {
            assertRefused(server, trusting(other));
            assertRefused(server, new OkHttpClient());
        }
    }

    private static void assertRefused(MockWebServer server, OkHttpClient base) {
        assertThatThrownBy(() -> ask(server, base))
                .isInstanceOfSatisfying(
                        ChainException.class, e -> assertThat(e.kind()).isEqualTo(ChainException.Kind.UNAVAILABLE))
                .hasMessageContaining("SSL")
                .hasMessageNotContaining("topsecretkey");
        assertThat(server.getRequestCount()).isZero();
    }
}
