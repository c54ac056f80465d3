package io.ballast.sense.chain.web3j;

import io.ballast.base.units.Address;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Hash32;
import io.ballast.sense.chain.CallResult;
import io.ballast.sense.chain.EthCall;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** {@code eth_call} pinned to a block by hash (EIP-1898), with code overrides. */
final class PinnedCalls {
    private PinnedCalls() {}

    /** The block parameter of EIP-1898 that refuses a block that was reorganised away. */
    static Map<String, Object> block(Hash32 at) {
        return Map.of("blockHash", at.hex(), "requireCanonical", true);
    }

    static RpcCall request(Hash32 at, EthCall call) {
        Map<String, String> message = Map.of(
                "from",
                call.from().hex(),
                "to",
                call.to().hex(),
                "data",
                call.data().hex());
        return call.codeOverrides().isEmpty()
                ? RpcCall.of("eth_call", message, block(at))
                : RpcCall.of("eth_call", message, block(at), overrides(call.codeOverrides()));
    }

    private static Map<String, Map<String, String>> overrides(Map<Address, Bytes> code) {
        return code.entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> entry.getKey().hex(),
                        entry -> Map.of("code", entry.getValue().hex())));
    }

    static CallResult result(JsonRpc rpc, RpcAnswer answer) {
        return switch (answer) {
            case RpcAnswer.Result ignored -> returned(rpc, answer);
            case RpcAnswer.Failure failure ->
                Reverts.of(failure).orElseThrow(() -> Results.refusal(rpc, "eth_call", failure));
        };
    }

    /** What two nodes must agree on; they word a revert as they like. */
    static Object essence(CallResult result) {
        return switch (result) {
            case CallResult.Returned returned -> returned;
            case CallResult.Reverted(Bytes data, String ignored) -> new CallResult.Reverted(data, "");
        };
    }

    private static CallResult returned(JsonRpc rpc, RpcAnswer answer) {
        JsonNode value = Results.present(rpc, "eth_call", answer);
        return new CallResult.Returned(Fields.text(value, rpc + ": eth_call", Bytes::parse));
    }
}
