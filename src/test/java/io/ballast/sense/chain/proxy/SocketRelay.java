package io.ballast.sense.chain.proxy;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;

/** One WebSocket of the agent's, with its counterpart to the node. */
final class SocketRelay extends WebSocketListener {
    private final OkHttpClient client;
    private final URI node;
    private final Push rule;
    private final List<WebSocket> ends = new ArrayList<>();

    SocketRelay(OkHttpClient client, URI node, Push rule) {
        this.client = client;
        this.node = node;
        this.rule = rule;
    }

    @Override
    public void onOpen(WebSocket agent, Response response) {
        String address = node.toString().replaceFirst("http", "ws");
        WebSocket toNode =
                client.newWebSocket(new Request.Builder().url(address).build(), new WebSocketListener() {
                    @Override
                    public void onMessage(WebSocket socket, String text) {
                        rule.deliver(text).forEach(agent::send);
                    }

                    @Override
                    public void onFailure(WebSocket socket, Throwable failure, Response answer) {
                        agent.close(1011, "the node is gone");
                    }
                });
        synchronized (ends) {
            ends.add(agent);
            ends.add(toNode);
        }
    }

    @Override
    public void onMessage(WebSocket agent, String text) {
        synchronized (ends) {
            ends.get(1).send(text);
        }
    }

    @Override
    public void onClosing(WebSocket agent, int code, String reason) {
        agent.close(code, reason);
        cut();
    }

    @Override
    public void onFailure(WebSocket agent, Throwable failure, Response response) {
        cut();
    }

    void toAgent(String message) {
        synchronized (ends) {
            if (!ends.isEmpty()) {
                ends.getFirst().send(message);
            }
        }
    }

    /** Lets go of the node; the agent's end is cut with its connection. */
    void cut() {
        synchronized (ends) {
            ends.stream().skip(1).forEach(WebSocket::cancel);
        }
    }
}
