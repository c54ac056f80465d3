package io.ballast.sense.chain.web3j;

import tools.jackson.databind.JsonNode;

/** What a node answered to one call: a result, which may be JSON null, or an error. */
public sealed interface RpcAnswer {
    /** The {@code result}; JSON null says "none". */
    record Result(JsonNode value) implements RpcAnswer {}

    /**
     * The {@code error}.
     *
     * @param message free of control characters and of the endpoint's secrets
     * @param data as the node sent it, JSON null or missing node if it sent none
     */
    record Failure(int code, String message, JsonNode data) implements RpcAnswer {}
}
