package io.ballast.sense.chain.web3j;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import io.ballast.sense.chain.ChainException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The endpoints in order of preference. Thread-safe. */
final class EndpointPool {
    private static final double JITTER = 0.2;
    private final List<Endpoint> endpoints;
    private final RetryPolicy<Object> retry;

    EndpointPool(List<String> urls, long expectedChainId, RpcLimits limits, FailoverPolicy policy) {
        if (urls.isEmpty()) {
            throw new IllegalArgumentException("at least one RPC endpoint is needed");
        }
        endpoints = IntStream.range(0, urls.size())
                .mapToObj(i -> new Endpoint(new JsonRpc(i, urls.get(i), limits), expectedChainId, policy))
                .toList();
        retry = RetryPolicy.builder()
                .handleIf((ignored, failure) ->
                        failure instanceof ChainException e && e.kind() == ChainException.Kind.UNAVAILABLE)
                .withMaxRetries(policy.rounds() - 1)
                .withBackoff(policy.backoff(), policy.maxBackoff())
                .withJitter(JITTER)
                .build();
    }

    /** Puts a query to the endpoints in order until one is not UNAVAILABLE, and again after a pause. */
    <T> T read(Function<JsonRpc, T> query) {
        try {
            return Failsafe.with(retry).get(() -> oneRound(query));
        } catch (FailsafeException e) {
            if (e.getCause() instanceof InterruptedException) {
                Thread.currentThread().interrupt();
                throw new ChainException(ChainException.Kind.UNAVAILABLE, "interrupted while waiting to try again", e);
            }
            throw e;
        }
    }

    private <T> T oneRound(Function<JsonRpc, T> query) {
        List<ChainException> failures = new ArrayList<>();
        for (Endpoint endpoint : endpoints) {
            try {
                return endpoint.use(query);
            } catch (Endpoint.NotReadyException e) {
                failures.add(e.reason());
            } catch (ChainException e) {
                if (e.kind() != ChainException.Kind.UNAVAILABLE) {
                    throw e;
                }
                failures.add(e);
            }
        }
        throw together(failures);
    }

    /** Puts a query, once, to the first endpoint that is ready; its failure is final. */
    <T> T once(Function<JsonRpc, T> query) {
        List<ChainException> failures = new ArrayList<>();
        for (Endpoint endpoint : endpoints) {
            try {
                return endpoint.use(query);
            } catch (Endpoint.NotReadyException e) {
                failures.add(e.reason());
            }
        }
        throw together(failures);
    }

    private static ChainException together(List<ChainException> failures) {
        boolean hopeless = failures.stream().allMatch(e -> e.kind() == ChainException.Kind.MALFORMED);
        String messages =
                String.join("; ", failures.stream().map(Throwable::getMessage).toList());
        return new ChainException(
                hopeless ? ChainException.Kind.MALFORMED : ChainException.Kind.UNAVAILABLE,
                failures.size() == 1 ? messages : "no endpoint answered: " + messages);
    }
}
