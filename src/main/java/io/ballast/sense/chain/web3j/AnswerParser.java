package io.ballast.sense.chain.web3j;

import io.ballast.sense.chain.ChainException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.web3j.protocol.core.Request;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads answers by the letter of JSON-RPC 2.0: every id once, a result or an error, never both. */
final class AnswerParser {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private final EndpointName name;

    AnswerParser(EndpointName name) {
        this.name = name;
    }

    RpcAnswer single(Request<?, ?> request, byte[] body) {
        JsonNode root = tree(body);
        if (!root.isObject()) {
            throw malformed("answer is not an object");
        }
        if (!isErrorWithoutId(root) && id(root) != request.getId()) {
            throw malformed("answer to id " + root.path("id") + " where " + request.getId() + " was asked");
        }
        return answer(root);
    }

    /** Answers in the order of the requests, whatever their order in the body. */
    List<RpcAnswer> batch(List<? extends Request<?, ?>> requests, byte[] body) {
        JsonNode root = tree(body);
        if (root.isObject() && isErrorWithoutId(root)) {
            return requests.stream().map(request -> answer(root)).toList();
        }
        if (!root.isArray()) {
            throw malformed("answer to a batch is not an array");
        }
        Map<Long, RpcAnswer> byId = new HashMap<>();
        for (JsonNode item : root) {
            if (byId.put(id(item), answer(item)) != null) {
                throw malformed("id " + item.path("id") + " answered twice");
            }
        }
        if (byId.size() != requests.size()) {
            throw malformed(byId.size() + " answers to " + requests.size() + " calls");
        }
        return inOrder(requests, byId);
    }

    private List<RpcAnswer> inOrder(List<? extends Request<?, ?>> requests, Map<Long, RpcAnswer> byId) {
        List<RpcAnswer> ordered = new ArrayList<>(requests.size());
        for (Request<?, ?> request : requests) {
            @Nullable RpcAnswer answer = byId.get(request.getId());
            if (answer == null) {
                throw malformed("no answer to id " + request.getId());
            }
            ordered.add(answer);
        }
        return ordered;
    }

    private JsonNode tree(byte[] body) {
        try {
            return MAPPER.readTree(body);
        } catch (JacksonException e) {
            // Jackson's message may quote the body, which may hold anything; its kind is enough.
            throw malformed("answer of " + body.length + " bytes is not JSON ("
                    + e.getClass().getSimpleName() + ")");
        }
    }

    private static boolean isErrorWithoutId(JsonNode item) {
        return item.path("id").isNull() && item.path("error").isObject();
    }

    private long id(JsonNode item) {
        JsonNode id = item.path("id");
        if (!id.isIntegralNumber() || !id.canConvertToLong()) {
            throw malformed("answer without a numeric id");
        }
        return id.longValue();
    }

    private RpcAnswer answer(JsonNode item) {
        JsonNode error = item.path("error");
        boolean failed = !error.isMissingNode() && !error.isNull();
        if (!item.path("jsonrpc").asString("").equals("2.0")) {
            throw malformed("answer is not JSON-RPC 2.0");
        }
        if (failed && item.hasNonNull("result")) {
            throw malformed("answer has both an error and a result");
        }
        if (!failed && !item.has("result")) {
            throw malformed("answer has neither a result nor an error");
        }
        return failed ? failure(error) : new RpcAnswer.Result(item.path("result"));
    }

    private RpcAnswer failure(JsonNode error) {
        JsonNode code = error.path("code");
        if (!code.isIntegralNumber()
                || !code.canConvertToInt()
                || !error.path("message").isString()) {
            throw malformed("error without a numeric code and a message");
        }
        return new RpcAnswer.Failure(
                code.intValue(), name.clean(error.path("message").stringValue()), error.path("data"));
    }

    private ChainException malformed(String what) {
        return new ChainException(ChainException.Kind.MALFORMED, name + ": " + what);
    }
}
