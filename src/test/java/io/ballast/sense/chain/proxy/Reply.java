package io.ballast.sense.chain.proxy;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import mockwebserver3.MockResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What goes back to the agent.
 *
 * @param body usually JSON; a fault may make anything of it
 * @param delivery how it travels: status, headers, delays, broken sockets
 */
public record Reply(String body, UnaryOperator<MockResponse.Builder> delivery) {
    public static Reply of(String body) {
        return new Reply(body, UnaryOperator.identity());
    }

    /** One more change of how it travels. */
    public Reply delivered(UnaryOperator<MockResponse.Builder> change) {
        return new Reply(body, response -> change.apply(delivery.apply(response)));
    }

    public Reply text(UnaryOperator<String> change) {
        return new Reply(change.apply(body), delivery);
    }

    /**
     * Every answer changed, with the call it belongs to (matched by id) in hand.
     *
     * @param change of call and answer into an answer; it may change the answer in place
     */
    public Reply each(Ask ask, BinaryOperator<ObjectNode> change) {
        Map<Long, ObjectNode> calls = new HashMap<>();
        ask.calls().forEach(call -> calls.put(call.path("id").asLong(), call));
        JsonNode json = Ask.MAPPER.readTree(body);
        if (json instanceof ObjectNode item) {
            return text(ignored -> change.apply(call(calls, item), item).toString());
        }
        ArrayNode changed = Ask.MAPPER.createArrayNode();
        json.forEach(item -> changed.add(change.apply(call(calls, item), (ObjectNode) item)));
        return text(ignored -> changed.toString());
    }

    private static ObjectNode call(Map<Long, ObjectNode> calls, JsonNode item) {
        return calls.getOrDefault(item.path("id").asLong(), Ask.MAPPER.createObjectNode());
    }

    MockResponse response() {
        MockResponse.Builder plain = new MockResponse.Builder()
                .addHeader("Content-Type", "application/json")
                .body(body);
        return delivery.apply(plain).build();
    }
}
