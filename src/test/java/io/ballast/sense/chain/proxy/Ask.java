package io.ballast.sense.chain.proxy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the agent posted: one call, or a batch of them. */
public record Ask(JsonNode body) {
    static final JsonMapper MAPPER = new JsonMapper();

    static Ask parse(String text) {
        return new Ask(MAPPER.readTree(text));
    }

    /** The calls in the order posted. */
    public List<ObjectNode> calls() {
        return body.isArray()
                ? StreamSupport.stream(body.spliterator(), false)
                        .map(ObjectNode.class::cast)
                        .toList()
                : List.of((ObjectNode) body);
    }

    public List<String> methods() {
        return calls().stream().map(Ask::method).toList();
    }

    /** Whether any of the calls is of one of these methods. */
    public boolean asks(String... methods) {
        return methods().stream().anyMatch(List.of(methods)::contains);
    }

    /** The same with every call changed; the original is left as it is. */
    public Ask each(UnaryOperator<ObjectNode> change) {
        List<ObjectNode> changed = new ArrayList<>();
        calls().forEach(call -> changed.add(change.apply(call.deepCopy())));
        if (!body.isArray()) {
            return new Ask(changed.getFirst());
        }
        ArrayNode batch = MAPPER.createArrayNode();
        batch.addAll(changed);
        return new Ask(batch);
    }

    public static String method(JsonNode call) {
        return call.path("method").asString("");
    }

    /** The {@code index}-th parameter; a missing node if there is none. */
    public static JsonNode param(JsonNode call, int index) {
        return call.path("params").path(index);
    }
}
