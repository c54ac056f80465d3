package io.ballast.sense.chain.proxy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The usual faults by name. Those of the transport hold for every method; narrow them with {@link Fault#onlyFor}. */
public final class Faults {
    private Faults() {}

    /** The answer starts late. */
    public static Fault delay(Duration time) {
        return Fault.reply(
                reply -> reply.delivered(response -> response.headersDelay(time.toMillis(), TimeUnit.MILLISECONDS)));
    }

    /** The request is taken and carried out; no answer ever comes, and the socket stays open. */
    public static Fault hang() {
        return Fault.reply(reply -> reply.delivered(response -> response.onResponseStart(SocketEffect.Stall.INSTANCE)));
    }

    /** The request is taken and carried out; the connection closes without an answer. */
    public static Fault drop() {
        return Fault.reply(reply -> reply.delivered(
                response -> response.onResponseStart(new SocketEffect.CloseSocket(true, false, false))));
    }

    /** The node never sees the request; the connection closes. */
    public static Fault refuse() {
        return (ask, behind) -> Reply.of("")
                .delivered(response -> response.onResponseStart(new SocketEffect.CloseSocket(true, false, false)));
    }

    /** An HTTP status with a page for people; the node never sees the request. */
    public static Fault status(int code, String page) {
        return (ask, behind) ->
                Reply.of(page).delivered(response -> response.code(code).setHeader("Content-Type", "text/html"));
    }

    public static Fault redirect(String location) {
        return (ask, behind) ->
                Reply.of("").delivered(response -> response.code(307).addHeader("Location", location));
    }

    /** A few bytes at a time. */
    public static Fault slow(int bytes, Duration each) {
        return Fault.reply(reply ->
                reply.delivered(response -> response.throttleBody(bytes, each.toMillis(), TimeUnit.MILLISECONDS)));
    }

    /** Any change of the text of the body. */
    public static Fault body(UnaryOperator<String> change) {
        return Fault.reply(reply -> reply.text(change));
    }

    /** A body of blanks, larger than anybody wants, compressed to almost nothing. */
    public static Fault gzipBomb(long bytes) {
        Buffer packed = bomb(bytes);
        return (ask, behind) ->
                Reply.of("").delivered(response -> response.body(packed.clone()).addHeader("Content-Encoding", "gzip"));
    }

    /** Another result of one method. */
    public static Fault result(String method, UnaryOperator<JsonNode> change) {
        return answers(method, answer -> {
            answer.set("result", change.apply(answer.path("result")));
            return answer;
        });
    }

    /** The result of one method as this JSON text. */
    public static Fault result(String method, String json) {
        JsonNode fixed = Ask.MAPPER.readTree(json);
        return result(method, ignored -> fixed);
    }

    /** An error instead of the result of one method; the node never sees the call's batch. */
    public static Fault error(String method, int code, String message) {
        return answers(method, answer -> {
            answer.remove("result");
            answer.putObject("error").put("code", code).put("message", message);
            return answer;
        });
    }

    /** Every answer to one method changed, envelope included. */
    public static Fault answers(String method, UnaryOperator<ObjectNode> change) {
        return (ask, behind) -> behind.ask(ask)
                .each(ask, (call, answer) -> Ask.method(call).equals(method) ? change.apply(answer) : answer);
    }

    /** Any change of the items of a batch; single calls are left alone. */
    public static Fault batch(java.util.function.Consumer<ArrayNode> change) {
        return Fault.reply(reply -> {
            JsonNode json = Ask.MAPPER.readTree(reply.body());
            if (!(json instanceof ArrayNode items)) {
                return reply;
            }
            change.accept(items);
            return reply.text(ignored -> items.toString());
        });
    }

    /** The items of a batch in the opposite order, which JSON-RPC allows. */
    public static Fault reorderedBatch() {
        return batch(items -> {
            List<JsonNode> reversed = new ArrayList<>();
            items.forEach(reversed::add);
            Collections.reverse(reversed);
            items.removeAll();
            items.addAll(reversed);
        });
    }

    private static Buffer bomb(long bytes) {
        Buffer packed = new Buffer();
        try (okio.BufferedSink zip = Okio.buffer(new GzipSink(packed))) {
            byte[] blanks = new byte[1 << 16];
            java.util.Arrays.fill(blanks, (byte) ' ');
            for (long left = bytes; left > 0; left -= blanks.length) {
                zip.write(blanks);
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return packed;
    }
}
