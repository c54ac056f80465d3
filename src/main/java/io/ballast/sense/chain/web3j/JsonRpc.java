package io.ballast.sense.chain.web3j;

import io.ballast.sense.chain.ChainException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.web3j.protocol.core.Request;
import org.web3j.protocol.core.Response;
import org.web3j.protocol.exceptions.ClientConnectionException;

/**
 * One JSON-RPC endpoint over HTTP. Follows no redirect, bounds time and size, and retries nothing by itself. Its messages
 * name the endpoint by index and host only. Thread-safe.
 */
public final class JsonRpc {
    // Shares connections and the trust store, as OkHttp advises.
    private static final OkHttpClient SHARED =
            new OkHttpClient.Builder().socketFactory(new PromptSockets()).build();

    private final EndpointName name;
    private final RpcLimits limits;
    private final CallRate rate;
    private final Transport reading;
    private final Transport sending;
    private final AnswerParser parser;
    private final LogSpan logSpan = new LogSpan();

    /**
     * @param index position in the list of endpoints, for messages
     * @param url https, or http to a host of the local network; user and password in it are sent as basic authentication
     * @throws IllegalArgumentException without the URL in its message
     */
    public JsonRpc(int index, String url, RpcLimits limits) {
        this(index, url, limits, CallRate.of(OptionalInt.empty()), SHARED);
    }

    JsonRpc(int index, String url, RpcLimits limits, CallRate rate) {
        this(index, url, limits, rate, SHARED);
    }

    /** @param base whose connections and trust are used */
    JsonRpc(int index, String url, RpcLimits limits, CallRate rate, OkHttpClient base) {
        HttpUrl parsed = HttpUrl.parse(url);
        if (parsed == null) {
            throw new IllegalArgumentException("rpc " + index + ": not an http or https URL");
        }
        this.name = new EndpointName(index, parsed);
        PlainHttp.require(name, parsed);
        this.limits = limits;
        this.rate = rate;
        this.parser = new AnswerParser(name);
        OkHttpClient client = client(base, limits);
        this.reading = new Transport(parsed, client);
        // OkHttp may post a body again over a fresh connection; a transaction leaves this process once per call.
        this.sending = new Transport(
                parsed, client.newBuilder().retryOnConnectionFailure(false).build());
    }

    private static OkHttpClient client(OkHttpClient base, RpcLimits limits) {
        return base.newBuilder()
                .connectTimeout(limits.connect())
                .readTimeout(limits.whole())
                .writeTimeout(limits.whole())
                .callTimeout(limits.whole())
                .followRedirects(false)
                .followSslRedirects(false)
                .addInterceptor(new ErrorStatus())
                .addInterceptor(new BodyCap(limits.maxBody()))
                .build();
    }

    /**
     * @throws ChainException UNAVAILABLE or MALFORMED; an error of the node is an answer
     */
    public RpcAnswer ask(RpcCall call) {
        Request<?, ?> request = request(call);
        return parser.single(request, post(reading, request, 1));
    }

    /** As {@link #ask}, but never posts a second time, not even over a connection found dead. */
    public RpcAnswer askOnce(RpcCall call) {
        Request<?, ?> request = request(call);
        return parser.single(request, post(sending, request, 1));
    }

    /** Answers in the order of the calls, in one round trip per {@link RpcLimits#maxBatch} calls. */
    public List<RpcAnswer> ask(List<RpcCall> calls) {
        List<RpcAnswer> answers = new ArrayList<>(calls.size());
        for (int from = 0; from < calls.size(); from += limits.maxBatch()) {
            int to = Math.min(calls.size(), from + limits.maxBatch());
            List<? extends Request<?, ?>> requests =
                    calls.subList(from, to).stream().map(this::request).toList();
            answers.addAll(parser.batch(requests, post(reading, requests, requests.size())));
        }
        return answers;
    }

    private Request<?, ?> request(RpcCall call) {
        return new Request<>(call.method(), List.copyOf(call.params()), reading, Response.class);
    }

    private byte[] post(Transport transport, Object payload, int calls) {
        rate.await(name, calls, limits.whole());
        try {
            return transport.post(payload);
        } catch (BodyTooLargeException e) {
            throw new ChainException(ChainException.Kind.MALFORMED, name + ": " + e.getMessage());
        } catch (ClientConnectionException e) {
            throw unavailable("answered HTTP status " + e.getCode());
        } catch (IOException e) {
            // The cause is left out: its text comes from outside and may repeat the URL.
            throw unavailable(e.getClass().getSimpleName() + " " + name.clean(e.getMessage()));
        }
    }

    private ChainException unavailable(String why) {
        return new ChainException(ChainException.Kind.UNAVAILABLE, name + ": " + why);
    }

    /** What this endpoint taught about ranges of events. */
    LogSpan logSpan() {
        return logSpan;
    }

    /** Index and host. */
    @Override
    public String toString() {
        return name.toString();
    }
}
