package io.ballast.sense.chain.web3j;

import io.ballast.base.units.Hash32;
import io.ballast.sense.chain.ChainException;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One connection with one subscription to {@code newHeads}, from its opening to its end. Thread-safe. */
final class HeadSubscription extends WebSocketListener {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String SUBSCRIBE =
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"eth_subscribe\",\"params\":[\"newHeads\"]}";
    private static final int NORMAL = 1000;
    private final EndpointName name;
    private final Runnable up;
    private final Consumer<Hash32> heads;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile @Nullable WebSocket socket;
    private volatile String subscription = "";
    private volatile String reason = "";

    /**
     * @param up told once when it is subscribed
     * @param heads told of every head, whatever its place, on OkHttp's thread
     */
    HeadSubscription(EndpointName name, Runnable up, Consumer<Hash32> heads) {
        this.name = name;
        this.up = up;
        this.heads = heads;
    }

    void open(OkHttpClient client, Request request) {
        socket = client.newWebSocket(request, this);
    }

    void awaitEnd() throws InterruptedException {
        ended.await();
    }

    /** Whether it was subscribed at any time. */
    boolean stood() {
        return !subscription.isEmpty();
    }

    boolean isStanding() {
        return stood() && ended.getCount() > 0;
    }

    /** Why it ended; empty before. */
    String reason() {
        return reason;
    }

    /** Ends it, once. */
    void end(String why) {
        synchronized (ended) {
            if (ended.getCount() > 0) {
                reason = name.clean(why);
                ended.countDown();
            }
        }
        WebSocket open = socket;
        if (open != null) {
            open.cancel();
        }
    }

    @Override
    public void onOpen(WebSocket opened, Response response) {
        opened.send(SUBSCRIBE);
    }

    @Override
    public void onMessage(WebSocket from, String text) {
        try {
            JsonNode message = MAPPER.readTree(text);
            if (message.path("id").asInt(0) == 1) {
                subscribed(message);
            } else if (message.path("params").path("subscription").asString("").equals(subscription)) {
                heads.accept(Headers.parse(message.path("params").path("result")).ref().hash());
            }
        } catch (JacksonException | ChainException e) {
            end("sent a message that is no head");
        }
    }

    private void subscribed(JsonNode answer) {
        String id = answer.path("result").asString("");
        if (id.isEmpty()) {
            end("refused newHeads: " + answer.path("error").path("message").asString(""));
        } else {
            subscription = id;
            // Blocks may have come while nothing was subscribed.
            up.run();
        }
    }

    @Override
    public void onClosing(WebSocket from, int code, String why) {
        from.close(NORMAL, null);
        end("closed by the node: " + code + " " + why);
    }

    @Override
    public void onFailure(WebSocket from, Throwable failure, @Nullable Response response) {
        end(response == null
                ? failure.getClass().getSimpleName() + " " + failure.getMessage()
                : "HTTP status " + response.code());
    }
}
