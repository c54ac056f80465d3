package io.ballast.agent.control;

import java.util.Map;
import java.util.Optional;

/**
 * A request as far as the control endpoint understands it.
 *
 * @param headers by lower-case name
 * @param body text; empty if none was sent
 */
record HttpRequest(String method, String path, Map<String, String> headers, String body) {
    HttpRequest {
        headers = Map.copyOf(headers);
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }
}
