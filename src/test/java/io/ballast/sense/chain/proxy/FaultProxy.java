package io.ballast.sense.chain.proxy;

import io.ballast.sense.chain.web3j.PromptServerSockets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * A JSON-RPC server that stands between the agent and a node, over HTTP and WebSocket at one address, and does to the traffic
 * what a test's {@link Fault}s and {@link Push}es say. Both may be changed while it runs. Without any it is transparent.
 *
 * <p>anvil is kinder than real nodes; what real nodes and providers do besides is done here.
 */
public final class FaultProxy extends Dispatcher implements AutoCloseable {
    private static final MediaType JSON = MediaType.get("application/json");
    private static final OkHttpClient CLIENT = new OkHttpClient.Builder()
            .readTimeout(Duration.ofSeconds(60))
            .retryOnConnectionFailure(false)
            .build();
    private final MockWebServer server = new MockWebServer();
    private final PromptServerSockets connections = new PromptServerSockets();
    private final URI node;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<SocketRelay> sockets = new CopyOnWriteArrayList<>();
    private volatile List<Fault> faults = List.of();
    private volatile Push push = List::of;
    private volatile boolean takesSockets = true;

    /** @param node HTTP address, which must take WebSockets at the same place if the test does */
    public FaultProxy(URI node) {
        this.node = node;
        server.setDispatcher(this);
        server.setServerSocketFactory(connections);
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From now on these faults and no others; the first is nearest to the agent. */
    public FaultProxy with(Fault... chain) {
        faults = List.of(chain);
        return this;
    }

    /** From now on this is done to every message that the node pushes. */
    public FaultProxy pushing(Push rule) {
        push = rule;
        return this;
    }

    /** Whether new WebSockets are taken; standing ones stay. */
    public void takeSockets(boolean take) {
        takesSockets = take;
    }

    /** Cuts every connection, WebSockets and others, without a word. */
    public void cutSockets() {
        connections.cut();
        sockets.forEach(SocketRelay::cut);
    }

    /** Sends a message of the test's own to every agent that listens. */
    public void send(String message) {
        sockets.forEach(socket -> socket.toAgent(message));
    }

    /** How many WebSockets were taken so far. */
    public int sockets() {
        return sockets.size();
    }

    public String url() {
        return server.url("/").toString();
    }

    public String webSocketUrl() {
        return url().replaceFirst("http", "ws");
    }

    /** Names of all methods asked so far over HTTP. */
    public List<String> asked() {
        return asked;
    }

    public long asked(String method) {
        return asked.stream().filter(method::equals).count();
    }

    @Override
    public MockResponse dispatch(RecordedRequest request) {
        if ("websocket".equalsIgnoreCase(request.getHeaders().get("Upgrade"))) {
            return takesSockets
                    ? upgrade()
                    : new MockResponse.Builder().code(503).build();
        }
        Ask ask = Ask.parse(request.getBody().utf8());
        asked.addAll(ask.methods());
        return answer(ask, faults).response();
    }

    private Reply answer(Ask ask, List<Fault> chain) {
        return chain.isEmpty()
                ? Reply.of(toNode(ask))
                : chain.getFirst().answer(ask, next -> answer(next, chain.subList(1, chain.size())));
    }

    private MockResponse upgrade() {
        SocketRelay relay = new SocketRelay(CLIENT, node, message -> push.deliver(message));
        sockets.add(relay);
        return new MockResponse.Builder().webSocketUpgrade(relay).build();
    }

    private String toNode(Ask ask) {
        Request request = new Request.Builder()
                .url(node.toString())
                .post(RequestBody.create(ask.body().toString(), JSON))
                .build();
        try (Response response = CLIENT.newCall(request).execute()) {
            return response.body().string();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        cutSockets();
        server.close();
    }
}
