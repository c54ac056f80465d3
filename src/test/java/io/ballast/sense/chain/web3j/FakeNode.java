package io.ballast.sense.chain.web3j;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A node that answers what a test tells it to, by method; faults spare {@code eth_chainId}, which proves the chain. */
class FakeNode extends Dispatcher implements AutoCloseable {
    static final long CHAIN = 1;
    private static final JsonMapper MAPPER = new JsonMapper();
    private final MockWebServer server = new MockWebServer();
    private final Map<String, String> members = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();
    private volatile UnaryOperator<String> mangle = UnaryOperator.identity();
    private volatile UnaryOperator<MockResponse.Builder> fault = UnaryOperator.identity();

    FakeNode() {
        server.setDispatcher(this);
        server.setServerSocketFactory(new PromptServerSockets());
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        result("eth_chainId", "\"0x1\"");
    }

    FakeNode result(String method, String json) {
        return members(method, "\"result\":" + json);
    }

    FakeNode error(String method, int code, String message) {
        return members(
                method, "\"error\":{\"code\":" + code + ",\"message\":" + MAPPER.writeValueAsString(message) + "}");
    }

    /** The members of the answer beside {@code jsonrpc} and {@code id}. */
    FakeNode members(String method, String text) {
        members.put(method, text);
        return this;
    }

    /** Changes the text of every body. */
    FakeNode mangle(UnaryOperator<String> change) {
        mangle = change;
        return this;
    }

    /** Changes every response. */
    FakeNode fault(UnaryOperator<MockResponse.Builder> change) {
        fault = change;
        return this;
    }

    FakeNode healthy() {
        return mangle(UnaryOperator.identity()).fault(UnaryOperator.identity());
    }

    String url() {
        return server.url("/").toString();
    }

    String url(String userAndHost, String pathAndQuery) {
        return "http://" + userAndHost + ":" + server.getPort() + pathAndQuery;
    }

    /** Names of all methods asked so far. */
    List<String> asked() {
        return asked;
    }

    long asked(String method) {
        return asked.stream().filter(method::equals).count();
    }

    RecordedRequest lastRequest() {
        return requests.getLast();
    }

    JsonNode lastBody() {
        return MAPPER.readTree(lastRequest().getBody().utf8());
    }

    @Override
    public MockResponse dispatch(RecordedRequest request) {
        requests.add(request);
        JsonNode body = MAPPER.readTree(request.getBody().utf8());
        String answer = body.isArray()
                ? StreamSupport.stream(body.spliterator(), false)
                        .map(this::answer)
                        .collect(Collectors.joining(",", "[", "]"))
                : answer(body);
        MockResponse.Builder response = new MockResponse.Builder().addHeader("Content-Type", "application/json");
        boolean proof = body.path("method").asString("").equals("eth_chainId");
        return proof
                ? response.body(answer).build()
                : fault.apply(response.body(mangle.apply(answer))).build();
    }

    private String answer(JsonNode call) {
        String method = call.path("method").stringValue();
        asked.add(method);
        return "{\"jsonrpc\":\"2.0\",\"id\":" + call.path("id") + "," + membersOf(call) + "}";
    }

    /** For answers that depend on the parameters. */
    String membersOf(JsonNode call) {
        return members.getOrDefault(
                call.path("method").stringValue(), "\"error\":{\"code\":-32601,\"message\":\"Method not found\"}");
    }

    @Override
    public void close() {
        server.close();
    }
}
