package io.ballast.sense.chain.web3j;

import dev.failsafe.CircuitBreaker;
import io.ballast.base.units.Hex;
import io.ballast.sense.chain.ChainException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One endpoint with its circuit breaker and the proof that it serves the right chain. The proof is asked for before the
 * first use and after every failure; an endpoint of another chain is never used again.
 */
final class Endpoint {
    private enum Proof {
        DUE,
        GIVEN,
        WRONG
    }

    private static final Logger LOG = LoggerFactory.getLogger(Endpoint.class);
    private final JsonRpc rpc;
    private final long expectedChainId;
    private final CircuitBreaker<Object> breaker;
    private final AtomicReference<Proof> proof = new AtomicReference<>(Proof.DUE);

    Endpoint(JsonRpc rpc, long expectedChainId, FailoverPolicy policy) {
        this.rpc = rpc;
        this.expectedChainId = expectedChainId;
        this.breaker = CircuitBreaker.builder()
                .withFailureThreshold(policy.failuresToOpen())
                .withDelay(policy.openFor())
                .onOpen(event -> LOG.warn(
                        "{} failed {} times, left alone for {}", rpc, policy.failuresToOpen(), policy.openFor()))
                .onClose(event -> LOG.info("{} answers again", rpc))
                .build();
    }

    /**
     * Puts a query and keeps account of how it went.
     *
     * @throws NotReadyException if the query was not put: the endpoint rests, or did not prove that it serves the chain
     */
    <T> T use(Function<JsonRpc, T> query) {
        if (proof.get() == Proof.WRONG) {
            throw notReady(ChainException.Kind.MALFORMED, rpc + ": serves another chain");
        }
        if (!breaker.tryAcquirePermit()) {
            throw notReady(ChainException.Kind.UNAVAILABLE, rpc + ": left alone after failures");
        }
        boolean trusted = false;
        try {
            if (proof.get() == Proof.DUE) {
                prove();
            }
            T answer = query.apply(rpc);
            trusted = true;
            return answer;
        } catch (ChainException e) {
            trusted = isAnswer(e.kind());
            throw e;
        } finally {
            account(trusted);
        }
    }

    private void prove() {
        long chainId;
        try {
            chainId = chainId(rpc);
        } catch (ChainException e) {
            throw new NotReadyException(e);
        }
        if (chainId != expectedChainId) {
            proof.set(Proof.WRONG);
            String message = rpc + ": serves chain " + chainId + ", expected " + expectedChainId + "; not used";
            LOG.error("{}", message);
            throw notReady(ChainException.Kind.MALFORMED, message);
        }
        proof.compareAndSet(Proof.DUE, Proof.GIVEN);
    }

    /** Index and host. */
    @Override
    public String toString() {
        return rpc.toString();
    }

    static long chainId(JsonRpc rpc) {
        return Results.text(rpc, RpcCall.of("eth_chainId"), Hex::quantityLong);
    }

    private void account(boolean trusted) {
        if (trusted) {
            breaker.recordSuccess();
        } else {
            breaker.recordFailure();
            proof.compareAndSet(Proof.GIVEN, Proof.DUE);
        }
    }

    private static boolean isAnswer(ChainException.Kind kind) {
        return switch (kind) {
            case REFUSED, REVERTED, UNKNOWN_BLOCK -> true;
            case UNAVAILABLE, MALFORMED, DISAGREEMENT -> false;
        };
    }

    private static NotReadyException notReady(ChainException.Kind kind, String message) {
        return new NotReadyException(new ChainException(kind, message));
    }

    /** An endpoint cannot be used at present; the query was not put to it. */
    static final class NotReadyException extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final ChainException reason;

        NotReadyException(ChainException reason) {
            super(reason);
            this.reason = reason;
        }

        ChainException reason() {
            return reason;
        }
    }
}
