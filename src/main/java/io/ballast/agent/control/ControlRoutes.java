package io.ballast.agent.control;

import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;

/** What each request does, and who may make it. */
final class ControlRoutes {
    private static final Set<String> NEAR = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final Map<String, String> METHODS =
            Map.of("/health", "GET", "/status", "GET", "/halt", "POST", "/resume", "POST");
    private static final int LONGEST_REASON = 200;

    private final ControlDesk desk;
    private final ControlToken token;
    private final int port;
    private final RateLimit strangers = new RateLimit(50, 20, System::nanoTime);
    private final RateLimit owners = new RateLimit(50, 20, System::nanoTime);

    ControlRoutes(ControlDesk desk, ControlToken token, int port) {
        this.desk = desk;
        this.token = token;
        this.port = port;
    }

    /** Before the body is read: a flood of strangers is cheap, and never keeps the owner out. */
    void admit(HttpRequest head) throws HttpRefusal {
        boolean owner = head.header("authorization")
                .filter(value -> value.startsWith("Bearer "))
                .filter(value -> token.matches(value.substring("Bearer ".length())))
                .isPresent();
        if (!(owner ? owners : strangers).allows()) {
            throw new HttpRefusal(429, "too many requests");
        }
        if (!isNear(head) || head.header("origin").isPresent()) {
            throw new HttpRefusal(403, "this endpoint is for programs on this machine");
        }
        if (!owner && !head.path().equals("/health")) {
            throw new HttpRefusal(401, "a token is needed");
        }
        if (!METHODS.containsKey(head.path())) {
            throw new HttpRefusal(404, "there is no such path");
        }
        if (!head.method().equals(METHODS.get(head.path()))) {
            throw new HttpRefusal(405, "expected " + METHODS.get(head.path()));
        }
    }

    /** A page elsewhere can have its own name resolved to this machine, but not hide that name. */
    private boolean isNear(HttpRequest head) {
        String host = head.header("host").orElse("");
        int colon = host.lastIndexOf(':');
        return colon > 0
                && NEAR.contains(host.substring(0, colon))
                && host.substring(colon + 1).equals(Integer.toString(port));
    }

    HttpAnswer answer(HttpRequest request) {
        return switch (request.path()) {
            case "/health" -> health();
            case "/status" -> new HttpAnswer(200, desk.status());
            case "/halt" -> halt(request.body());
            default -> resume();
        };
    }

    private HttpAnswer health() {
        Health health = desk.health();
        return new HttpAnswer(health == Health.OK ? 200 : 503, Map.of("health", health.word()));
    }

    private HttpAnswer halt(String body) {
        String line = body.replaceAll("[\\p{C}\\s]+", " ").strip();
        String reason = line.length() <= LONGEST_REASON ? line : line.substring(0, LONGEST_REASON);
        try {
            desk.halt("by the control endpoint" + (reason.isEmpty() ? "" : ": " + reason));
            return new HttpAnswer(200, desk.status());
        } catch (UncheckedIOException e) {
            return HttpAnswer.error(500, "stopped, but a restart would not know of it: " + e.getMessage());
        }
    }

    private HttpAnswer resume() {
        desk.askToResume("by the control endpoint");
        return new HttpAnswer(202, desk.status());
    }
}
