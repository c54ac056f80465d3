package io.ballast.sense.chain.web3j;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.ChainException.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The endpoints in order of preference. Thread-safe. */
final class EndpointPool {
    private static final Logger LOG = LoggerFactory.getLogger(EndpointPool.class);
    private static final double JITTER = 0.2;
    private final List<Endpoint> endpoints;
    private final RetryPolicy<Object> retry;
    private final HeadGuard guard;
    private final Quorum quorum;

    EndpointPool(
            List<String> urls, long expectedChainId, RpcLimits limits, FailoverPolicy policy, EndpointRules rules) {
        if (urls.size() < rules.quorum()) {
            throw new IllegalArgumentException(
                    urls.isEmpty()
                            ? "at least one RPC endpoint is needed"
                            : "a quorum of " + rules.quorum() + " needs as many RPC endpoints, there are "
                                    + urls.size());
        }
        endpoints = IntStream.range(0, urls.size())
                .mapToObj(i -> new Endpoint(
                        new JsonRpc(i, urls.get(i), limits, CallRate.of(rules.maxPerSecond())),
                        expectedChainId,
                        policy))
                .toList();
        guard = new HeadGuard(rules.freshness());
        quorum = new Quorum(rules.quorum());
        retry = RetryPolicy.builder()
                .handleIf((ignored, failure) -> failure instanceof ChainException e && isWorthAnotherTry(e.kind()))
                .withMaxRetries(policy.rounds() - 1)
                .withBackoff(policy.backoff(), policy.maxBackoff())
                .withJitter(JITTER)
                .build();
    }

    private static boolean isWorthAnotherTry(Kind kind) {
        return kind == Kind.UNAVAILABLE || kind == Kind.DISAGREEMENT;
    }

    /** Puts a query to the endpoints in order until one is not UNAVAILABLE, and again after a pause. */
    <T> T read(Function<JsonRpc, T> query) {
        return retried(() -> gather(query, 1).getFirst().answer());
    }

    /**
     * Puts a query to as many endpoints as the quorum has, and again after a pause while they are UNAVAILABLE or disagree.
     *
     * @param essence what of an answer must be equal
     * @throws ChainException DISAGREEMENT if it stays different
     */
    <T> T agreed(String what, Function<JsonRpc, T> query, Function<T, Object> essence) {
        return retried(() -> quorum.same(what, gather(query, quorum.size()), essence));
    }

    /**
     * Puts a query to every endpoint, and again after a pause while those that answer, at least as many as the quorum has, do not
     * say the same.
     *
     * @throws ChainException DISAGREEMENT if it stays different
     */
    <T> T undisputed(String what, Function<JsonRpc, T> query) {
        return retried(() -> quorum.same(what, polled(query), answer -> answer));
    }

    private <T> List<Quorum.Vote<T>> polled(Function<JsonRpc, T> query) {
        List<Quorum.Vote<T>> votes = new ArrayList<>();
        List<ChainException> failures = new ArrayList<>();
        for (Endpoint endpoint : endpoints) {
            try {
                guard.standing(endpoint).ifPresent(why -> refuse(endpoint, why));
                votes.add(new Quorum.Vote<>(endpoint, endpoint.use(query)));
            } catch (Endpoint.NotReadyException e) {
                failures.add(e.reason());
            } catch (ChainException e) {
                failures.add(e);
            }
        }
        if (votes.size() < quorum.size()) {
            throw together(failures);
        }
        return votes;
    }

    /** The newest block that the quorum has, of endpoints that do not lag. */
    BlockHeader head() {
        guard.survey(ignored -> endpoints.forEach(this::look));
        return retried(() -> quorum.head(heads()));
    }

    private List<Quorum.Vote<BlockHeader>> heads() {
        return gather(Headers::newest, quorum.size(), guard::judge);
    }

    /** One look at an endpoint's head, for the guard's judgement alone. */
    private void look(Endpoint endpoint) {
        try {
            guard.judge(endpoint, endpoint.use(Headers::newest));
        } catch (Endpoint.NotReadyException | ChainException e) {
            LOG.debug("no head of {} in the survey: {}", endpoint, e.getMessage());
        }
    }

    private <T> T retried(Supplier<T> round) {
        try {
            return Failsafe.with(retry).get(round::get);
        } catch (FailsafeException e) {
            if (e.getCause() instanceof InterruptedException) {
                Thread.currentThread().interrupt();
                throw new ChainException(Kind.UNAVAILABLE, "interrupted while waiting to try again", e);
            }
            throw e;
        }
    }

    private <T> List<Quorum.Vote<T>> gather(Function<JsonRpc, T> query, int wanted) {
        return gather(query, wanted, (endpoint, answer) -> Optional.empty(), guard::standing);
    }

    private <T> List<Quorum.Vote<T>> gather(Function<JsonRpc, T> query, int wanted, Judge<T> judge) {
        return gather(query, wanted, judge, endpoint -> Optional.empty());
    }

    private <T> List<Quorum.Vote<T>> gather(
            Function<JsonRpc, T> query, int wanted, Judge<T> judge, Function<Endpoint, Optional<String>> aside) {
        List<Quorum.Vote<T>> votes = new ArrayList<>();
        List<ChainException> failures = new ArrayList<>();
        for (Endpoint endpoint : endpoints) {
            try {
                aside.apply(endpoint).ifPresent(why -> refuse(endpoint, why));
                T answer = endpoint.use(query);
                judge.judge(endpoint, answer).ifPresent(why -> refuse(endpoint, why));
                votes.add(new Quorum.Vote<>(endpoint, answer));
            } catch (Endpoint.NotReadyException e) {
                failures.add(e.reason());
            } catch (ChainException e) {
                if (wanted == 1 && e.kind() != Kind.UNAVAILABLE) {
                    throw e;
                }
                failures.add(e);
            }
            if (votes.size() == wanted) {
                return votes;
            }
        }
        throw together(failures);
    }

    private static void refuse(Endpoint endpoint, String why) {
        throw new ChainException(Kind.UNAVAILABLE, endpoint + ": " + why);
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

    /** What no endpoint can mend by another try counts more than that others were not to be reached. */
    private static ChainException together(List<ChainException> failures) {
        String messages =
                String.join("; ", failures.stream().map(Throwable::getMessage).toList());
        boolean unknown = failures.stream().anyMatch(e -> e.kind() == Kind.UNKNOWN_BLOCK);
        boolean hopeless = failures.stream().allMatch(e -> e.kind() == Kind.MALFORMED);
        boolean refused = failures.stream().allMatch(e -> e.kind() == Kind.REFUSED);
        Kind kind =
                hopeless ? Kind.MALFORMED : refused ? Kind.REFUSED : unknown ? Kind.UNKNOWN_BLOCK : Kind.UNAVAILABLE;
        return new ChainException(kind, failures.size() == 1 ? messages : "no endpoint answered: " + messages);
    }

    /** Why an answer disqualifies the endpoint that gave it, or empty. */
    @FunctionalInterface
    private interface Judge<T> {
        Optional<String> judge(Endpoint endpoint, T answer);
    }
}
