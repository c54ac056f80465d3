package io.ballast.sense.chain.web3j;

import dev.failsafe.RateLimiter;
import io.ballast.sense.chain.ChainException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** Spaces calls to one endpoint evenly. Thread-safe. */
final class CallRate {
    private final Optional<RateLimiter<Object>> limiter;

    private CallRate(Optional<RateLimiter<Object>> limiter) {
        this.limiter = limiter;
    }

    static CallRate of(OptionalInt perSecond) {
        return new CallRate(
                perSecond.isEmpty()
                        ? Optional.empty()
                        : Optional.of(RateLimiter.smoothBuilder(perSecond.getAsInt(), Duration.ofSeconds(1))
                                .build()));
    }

    /**
     * Waits until so many calls may be put.
     *
     * @throws ChainException UNAVAILABLE if that takes longer than {@code patience}, or the thread is interrupted
     */
    void await(EndpointName endpoint, int calls, Duration patience) {
        if (limiter.isEmpty()) {
            return;
        }
        try {
            if (!limiter.get().tryAcquirePermits(calls, patience)) {
                throw unavailable(
                        endpoint, "its rate allows no " + calls + " calls within " + patience.toMillis() + " ms");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable(endpoint, "interrupted while waiting for its rate");
        }
    }

    private static ChainException unavailable(EndpointName endpoint, String why) {
        return new ChainException(ChainException.Kind.UNAVAILABLE, endpoint + ": " + why);
    }
}
