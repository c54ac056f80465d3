package io.ballast.sense.chain.web3j;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is asked of endpoints beyond an answer.
 *
 * @param quorum how many of them must give the same answer to pinned reads, events, receipts, nonces and the head; 1 is any
 * @param maxPerSecond calls put to each endpoint, those of a batch counted singly
 * @param freshness what makes a head too old to be used; empty takes any
 */
public record EndpointRules(int quorum, OptionalInt maxPerSecond, Optional<Freshness> freshness) {
    /** Any one endpoint, as fast as it answers, whatever its head. */
    public static final EndpointRules ANY = new EndpointRules(1, OptionalInt.empty(), Optional.empty());

    public EndpointRules {
        if (quorum < 1 || maxPerSecond.orElse(1) < 1) {
            throw new IllegalArgumentException("quorum and rate must be positive");
        }
    }

    /**
     * When an endpoint is left aside because of its head.
     *
     * @param maxAge of the head's timestamp by the clock, either way
     * @param maxBehind blocks behind the highest head that any endpoint showed, itself included
     */
    public record Freshness(InstantSource clock, Duration maxAge, long maxBehind) {
        public Freshness {
            if (!maxAge.isPositive() || maxBehind < 1) {
                throw new IllegalArgumentException("freshness needs an age and a number of blocks");
            }
        }
    }
}
