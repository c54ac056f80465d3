package io.ballast.sense.chain.web3j;

import io.ballast.sense.chain.ChainException;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Takes results out of answers and gives a node's errors their kind. */
final class Results {
    // Error texts of go-ethereum, Erigon, Nethermind, Besu, Reth and anvil for a block that is unknown or not
    // canonical.
    private static final Pattern UNKNOWN_BLOCK = Pattern.compile(
            "header not found|header for hash not found|not currently canonical|unknown block|resource not found"
                    + "|block( with (hash|number))?[^,;]{0,80} not found|could not find block|not canonical");
    private static final Pattern BUSY = Pattern.compile(
            "rate.?limit|too many requests|requests? (count|limit)|compute units|capacity|timed out|timeout|try again"
                    + "|temporarily|overloaded|throttl");
    private static final int RESOURCE_NOT_FOUND = -32001;
    private static final int RESOURCE_UNAVAILABLE = -32002;
    private static final int LIMIT_EXCEEDED = -32005;
    private static final int TOO_MANY_REQUESTS = 429;

    private Results() {}

    /** The result, which may be JSON null. */
    static JsonNode any(JsonRpc rpc, RpcCall call) {
        return any(rpc, call.method(), rpc.ask(call));
    }

    /** The result, which may be JSON null. */
    static JsonNode any(JsonRpc rpc, String method, RpcAnswer answer) {
        return switch (answer) {
            case RpcAnswer.Result(JsonNode value) -> value;
            case RpcAnswer.Failure failure -> throw refusal(rpc, method, failure);
        };
    }

    /** The result; JSON null is MALFORMED. */
    static JsonNode present(JsonRpc rpc, RpcCall call) {
        return present(rpc, call.method(), rpc.ask(call));
    }

    /** The result; JSON null is MALFORMED. */
    static JsonNode present(JsonRpc rpc, String method, RpcAnswer answer) {
        JsonNode value = any(rpc, method, answer);
        if (value.isNull()) {
            throw Fields.malformed(rpc + ": " + method + " answered null");
        }
        return value;
    }

    /** A result that is text, parsed. */
    static <T> T text(JsonRpc rpc, RpcCall call, Function<String, T> parse) {
        return Fields.text(present(rpc, call), rpc + ": " + call.method(), parse);
    }

    static ChainException refusal(JsonRpc rpc, String method, RpcAnswer.Failure failure) {
        return new ChainException(
                kind(failure), rpc + ": " + method + " refused: " + failure.message() + " (" + failure.code() + ")");
    }

    private static ChainException.Kind kind(RpcAnswer.Failure failure) {
        String text = failure.message().toLowerCase(Locale.ROOT);
        if (failure.code() == RESOURCE_NOT_FOUND || UNKNOWN_BLOCK.matcher(text).find()) {
            return ChainException.Kind.UNKNOWN_BLOCK;
        }
        return isBusy(failure) ? ChainException.Kind.UNAVAILABLE : ChainException.Kind.REFUSED;
    }

    private static boolean isBusy(RpcAnswer.Failure failure) {
        return switch (failure.code()) {
            case RESOURCE_UNAVAILABLE, LIMIT_EXCEEDED, TOO_MANY_REQUESTS -> true;
            default -> BUSY.matcher(failure.message().toLowerCase(Locale.ROOT)).find();
        };
    }
}
