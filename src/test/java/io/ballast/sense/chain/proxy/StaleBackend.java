package io.ballast.sense.chain.proxy;

import io.ballast.base.units.Hex;
import java.util.Set;
import java.util.function.LongUnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A node that lags: later blocks do not exist for it. Their headers and receipts are null, calls pinned to them fail as
 * go-ethereum's do, and events end early without a word, which is what real nodes do.
 */
public final class StaleBackend implements Fault {
    private static final Set<String> PINNED_SECOND = Set.of("eth_call", "eth_getBalance", "eth_getTransactionCount");
    private static final Set<String> MINED =
            Set.of("eth_getTransactionReceipt", "eth_getTransactionByHash", "eth_getBlockByHash");
    private final LongUnaryOperator seen;

    private StaleBackend(LongUnaryOperator seen) {
        this.seen = seen;
    }

    /** Always the same number of blocks behind. */
    public static StaleBackend behindBy(long blocks) {
        return new StaleBackend(head -> Math.max(0, head - blocks));
    }

    /** Stopped at a block. */
    public static StaleBackend stoppedAt(long number) {
        return new StaleBackend(head -> Math.min(head, number));
    }

    @Override
    public Reply answer(Ask ask, Behind behind) {
        long head = seen.applyAsLong(number(ask(behind, "eth_blockNumber")));
        Ask asked = ask.each(call -> withoutLatest(call, head));
        return behind.ask(asked).each(asked, (call, answer) -> seenFrom(head, call, answer, behind));
    }

    private static ObjectNode withoutLatest(ObjectNode call, long head) {
        if (call.path("params") instanceof ArrayNode params) {
            for (int i = 0; i < params.size(); i++) {
                if (params.get(i).asString("").equals("latest")) {
                    params.set(i, Hex.ofQuantity(head));
                }
            }
            if (params.path(0) instanceof ObjectNode filter && filter.has("toBlock")) {
                filter.put("toBlock", Hex.ofQuantity(Math.min(head, number(filter.path("toBlock")))));
            }
        }
        return call;
    }

    private static ObjectNode seenFrom(long head, ObjectNode call, ObjectNode answer, Behind behind) {
        String method = Ask.method(call);
        if (method.equals("eth_blockNumber")) {
            return answer.put("result", Hex.ofQuantity(head));
        }
        boolean laterBlock = method.equals("eth_getBlockByNumber")
                && isLater(answer.path("result").path("number"), head);
        boolean minedLater = MINED.contains(method) && isLater(block(answer.path("result")), head);
        if (laterBlock || minedLater) {
            answer.set("result", Ask.MAPPER.nullNode());
            return answer;
        }
        if (PINNED_SECOND.contains(method) && isUnknown(Ask.param(call, 1), head, behind)) {
            answer.remove("result");
            answer.putObject("error").put("code", -32000).put("message", "header not found");
        }
        return answer;
    }

    private static boolean isUnknown(JsonNode pin, long head, Behind behind) {
        String hash = pin.path("blockHash").asString("");
        return !hash.isEmpty()
                && isLater(ask(behind, "eth_getBlockByHash", hash, false).path("number"), head);
    }

    private static JsonNode block(JsonNode mined) {
        return mined.has("blockNumber") ? mined.path("blockNumber") : mined.path("number");
    }

    private static boolean isLater(JsonNode number, long head) {
        return number.isString() && number(number) > head;
    }

    private static long number(JsonNode quantity) {
        return Hex.quantityLong(quantity.stringValue());
    }

    private static JsonNode ask(Behind behind, String method, Object... params) {
        ObjectNode call = Ask.MAPPER.createObjectNode();
        call.put("jsonrpc", "2.0").put("id", 1).put("method", method);
        call.set("params", Ask.MAPPER.valueToTree(params));
        return Ask.MAPPER.readTree(behind.ask(new Ask(call)).body()).path("result");
    }
}
