package io.ballast.sense.chain.proxy;

import java.util.ArrayList;
import java.util.List;

/** What becomes of a message that the node pushes over a WebSocket: none, itself, others. Thread-safe. */
@FunctionalInterface
public interface Push {
    /** The messages to send in its place, in this order. */
    List<String> deliver(String message);

    /** Answers to requests pass; notifications never come, though the socket stays open. */
    static Push silent() {
        return message -> isNotification(message) ? List.of() : List.of(message);
    }

    /** Every notification comes twice. */
    static Push doubled() {
        return message -> isNotification(message) ? List.of(message, message) : List.of(message);
    }

    /** Notifications are kept back until there are {@code count} of them, then come in the opposite order. */
    static Push reversed(int count) {
        List<String> held = new ArrayList<>();
        return message -> {
            if (!isNotification(message)) {
                return List.of(message);
            }
            synchronized (held) {
                held.add(message);
                if (held.size() < count) {
                    return List.of();
                }
                List<String> all = new ArrayList<>(held.reversed());
                held.clear();
                return all;
            }
        };
    }

    /** All but every {@code n}-th notification are lost. */
    static Push every(int n) {
        int[] seen = {0};
        return message -> {
            if (!isNotification(message)) {
                return List.of(message);
            }
            synchronized (seen) {
                return ++seen[0] % n == 0 ? List.of(message) : List.of();
            }
        };
    }

    private static boolean isNotification(String message) {
        return message.contains("\"eth_subscription\"");
    }
}
