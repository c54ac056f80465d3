package io.ballast.sense.chain.web3j;

import java.util.List;

/**
 * One JSON-RPC method with its parameters.
 *
 * @param params values that Jackson can write: text, numbers, booleans, lists, maps, tree nodes
 */
public record RpcCall(String method, List<?> params) {
    public RpcCall {
        params = List.copyOf(params);
    }

    public static RpcCall of(String method, Object... params) {
        return new RpcCall(method, List.of(params));
    }
}
