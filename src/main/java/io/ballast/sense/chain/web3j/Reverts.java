package io.ballast.sense.chain.web3j;

import io.ballast.base.units.Bytes;
import io.ballast.sense.chain.CallResult;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Tells a revert from other errors of {@code eth_call}, and finds its data where the node put it. */
final class Reverts {
    private static final int REVERTED = 3;
    private static final int MAX_DEPTH = 4;
    // Nethermind and its ancestors write the data as "Reverted 0x…".
    private static final String PREFIX = "Reverted";
    private static final List<String> NESTED = List.of("data", "originalError", "output", "result");

    private Reverts() {}

    static Optional<CallResult.Reverted> of(RpcAnswer.Failure failure) {
        boolean reverted = failure.code() == REVERTED
                || failure.message().toLowerCase(Locale.ROOT).contains("revert")
                || failure.data().asString("").startsWith(PREFIX);
        return reverted
                ? Optional.of(new CallResult.Reverted(data(failure.data(), MAX_DEPTH), failure.message()))
                : Optional.empty();
    }

    /** Data of the revert; empty if the node sent none. */
    static Bytes data(JsonNode node, int depth) {
        if (node.isString()) {
            String text = node.stringValue();
            String hex =
                    text.startsWith(PREFIX) ? text.substring(PREFIX.length()).strip() : text;
            return hex.startsWith("0x") ? Fields.text(node, "revert data", ignored -> Bytes.parse(hex)) : Bytes.EMPTY;
        }
        return NESTED.stream()
                .filter(name -> depth > 0 && node.has(name))
                .map(name -> data(node.path(name), depth - 1))
                .filter(found -> found.size() > 0)
                .findFirst()
                .orElse(Bytes.EMPTY);
    }
}
