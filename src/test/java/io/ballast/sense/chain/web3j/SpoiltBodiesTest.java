package io.ballast.sense.chain.web3j;

import static io.ballast.sense.chain.web3j.Samples.chain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.ballast.base.units.Bytes;
import io.ballast.sense.chain.CallResult;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.ChainException.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Bodies and transports that break: typed errors, bounded in size and time. */
class SpoiltBodiesTest {
    private static final JsonMapper MAPPER = new JsonMapper();

    private static FakeNode node() {
        return new FakeNode().result("eth_call", "\"0x01\"").result("eth_getBalance", "\"0x4d\"");
    }

    private static List<CallResult> twoCalls(Web3jChain chain) {
        return chain.call(Samples.BLOCK, List.of(Samples.CALL, Samples.CALL));
    }

    static Stream<Arguments> spoiltBodies() {
        return Stream.of(
                body("empty", text -> ""),
                body("blank", text -> "  \n"),
                body("cut", text -> text.substring(0, text.length() - 5)),
                body("trailing", text -> text + "]"),
                body("two documents", text -> text + text),
                body("html", text -> "<html>502</html>"),
                body("number", text -> "5"),
                body("null", text -> "null"),
                body("deep", text -> "[".repeat(50_000)),
                body("wrong ids", text -> text.replace("\"id\":", "\"id\":9")),
                body("ids as text", text -> text.replaceAll("\"id\":(\\d+)", "\"id\":\"$1\"")),
                body("ids as fractions", text -> text.replaceAll("\"id\":(\\d+)", "\"id\":$1.5")),
                body("null ids", text -> text.replaceAll("\"id\":(\\d+)", "\"id\":null")),
                body("no ids", text -> text.replaceAll("\"id\":(\\d+),", "")),
                body("other protocol", text -> text.replace("\"2.0\"", "\"1.0\"")));
    }

    private static Arguments body(String name, UnaryOperator<String> mangle) {
        return arguments(name, mangle);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("spoiltBodies")
    void refusesASpoiltBody(String name, UnaryOperator<String> mangle) {
        try (FakeNode node = node().mangle(mangle)) {
            Web3jChain chain = chain(node);
            assertKind(Kind.MALFORMED, () -> twoCalls(chain));
            assertKind(Kind.MALFORMED, () -> chain.balance(Samples.BLOCK, Samples.POOL));
        }
    }

    static Stream<Arguments> spoiltBatches() {
        return Stream.of(
                batch("an item is missing", items -> items.remove(1)),
                batch("all items are missing", ArrayNode::removeAll),
                batch("an item comes twice", items -> items.add(items.get(0))),
                batch("an item replaces another", items -> items.set(1, items.get(0))),
                batch(
                        "an item of nobody",
                        items ->
                                items.add(((ObjectNode) items.get(0)).deepCopy().put("id", 1L << 40))),
                batch("an item is null", items -> items.setNull(0)),
                batch("an item is a list", items -> items.set(0, MAPPER.createArrayNode())));
    }

    private static Arguments batch(String name, java.util.function.Consumer<ArrayNode> change) {
        UnaryOperator<String> mangle = text -> {
            ArrayNode items = (ArrayNode) MAPPER.readTree(text);
            change.accept(items);
            return items.toString();
        };
        return arguments(name, mangle);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("spoiltBatches")
    void refusesASpoiltBatch(String name, UnaryOperator<String> mangle) {
        try (FakeNode node = node().mangle(mangle)) {
            Web3jChain chain = chain(node);
            assertKind(Kind.MALFORMED, () -> twoCalls(chain));
        }
    }

    @Test
    void takesAReorderedBatchById() {
        UnaryOperator<String> reverse = text -> {
            List<JsonNode> items = new java.util.ArrayList<>();
            MAPPER.readTree(text).forEach(items::add);
            ((ObjectNode) items.get(0)).put("result", "0xaa");
            ((ObjectNode) items.get(1)).put("result", "0xbb");
            Collections.reverse(items);
            return items.toString();
        };
        try (FakeNode node = node().mangle(reverse)) {
            assertThat(twoCalls(chain(node)))
                    .containsExactly(
                            new CallResult.Returned(Bytes.parse("0xaa")), new CallResult.Returned(Bytes.parse("0xbb")));
        }
    }

    @Test
    void takesOneErrorWithoutIdAsTheAnswerToAWholeBatch() {
        String error = "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32600,\"message\":\"batch too large\"}}";
        try (FakeNode node = node().mangle(text -> error)) {
            assertThatThrownBy(() -> twoCalls(chain(node)))
                    .isInstanceOfSatisfying(
                            ChainException.class, e -> assertThat(e.kind()).isEqualTo(Kind.REFUSED))
                    .hasMessageContaining("batch too large");
        }
    }

    static Stream<Arguments> faults() throws IOException {
        Buffer bomb = new Buffer().write(gzipOfZeros(64 << 20));
        return Stream.of(
                fault("429", Kind.UNAVAILABLE, response -> response.code(429)),
                fault("500", Kind.UNAVAILABLE, response -> response.code(500)),
                fault(
                        "502 with a page",
                        Kind.UNAVAILABLE,
                        response -> response.code(502).body("<html>")),
                fault("401", Kind.UNAVAILABLE, response -> response.code(401)),
                fault("204", Kind.MALFORMED, response -> response.code(204).body("")),
                fault(
                        "reset",
                        Kind.UNAVAILABLE,
                        response -> response.onResponseStart(new SocketEffect.CloseSocket(true, false, false))),
                fault(
                        "cut body",
                        Kind.UNAVAILABLE,
                        response -> response.onResponseBody(new SocketEffect.CloseSocket(true, false, false))),
                fault("large by length", Kind.MALFORMED, response -> response.body(" ".repeat((1 << 20) + 1))),
                fault(
                        "large in chunks",
                        Kind.MALFORMED,
                        response -> response.chunkedBody(" ".repeat((1 << 20) + 1), 1 << 16)),
                fault(
                        "gzip bomb",
                        Kind.MALFORMED,
                        response -> response.body(bomb.clone()).addHeader("Content-Encoding", "gzip")),
                fault("gzip of nothing", Kind.UNAVAILABLE, response -> response.addHeader("Content-Encoding", "gzip")));
    }

    private static Arguments fault(String name, Kind kind, UnaryOperator<MockResponse.Builder> change) {
        return arguments(name, kind, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void givesAFaultOfTheTransportItsKind(String name, Kind kind, UnaryOperator<MockResponse.Builder> change) {
        assertFault(kind, change, Samples.LIMITS);
    }

    @Test
    void aStalledAndADrippingAnswerAreUnavailableAfterTheLimit() {
        RpcLimits limits = Samples.LIMITS.withWhole(Duration.ofMillis(700));
        assertFault(Kind.UNAVAILABLE, response -> response.onResponseStart(SocketEffect.Stall.INSTANCE), limits);
        assertFault(Kind.UNAVAILABLE, response -> response.throttleBody(1, 100, TimeUnit.MILLISECONDS), limits);
    }

    private static void assertFault(Kind kind, UnaryOperator<MockResponse.Builder> change, RpcLimits limits) {
        FailoverPolicy once =
                new FailoverPolicy(1, Duration.ofMillis(1), Duration.ofMillis(2), 3, Duration.ofMinutes(1));
        try (FakeNode node = node().fault(change)) {
            Web3jChain chain = new Web3jChain(List.of(node.url()), FakeNode.CHAIN, limits, once);
            assertKind(kind, () -> chain.balance(Samples.BLOCK, Samples.POOL));
        }
    }

    @Test
    void followsNoRedirect() {
        try (FakeNode elsewhere = node();
                FakeNode node = node()) {
            node.fault(response -> response.code(307).addHeader("Location", elsewhere.url()));
            assertKind(Kind.UNAVAILABLE, () -> chain(node).balance(Samples.BLOCK, Samples.POOL));
            assertThat(elsewhere.asked()).isEmpty();
        }
    }

    @Test
    void givesADeadPortAnUnknownNameAndAFalseTlsTheirKind() {
        try (FakeNode node = node()) {
            String dead = "http://127.0.0.1:1/";
            String unknown = "https://nowhere.invalid/";
            String noTls = node.url().replace("http:", "https:");
            RpcLimits limits = Samples.LIMITS.withWhole(Duration.ofSeconds(2));
            assertThat(List.of(dead, unknown, noTls))
                    .allSatisfy(url -> assertKind(
                            Kind.UNAVAILABLE,
                            () -> new Web3jChain(List.of(url), FakeNode.CHAIN, limits, Samples.QUICK).head()));
        }
    }

    private static byte[] gzipOfZeros(int size) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(new byte[size]);
        }
        return bytes.toByteArray();
    }

    private static void assertKind(Kind kind, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ChainException.class,
                        e -> assertThat(e.kind()).as(e.getMessage()).isEqualTo(kind));
    }
}
