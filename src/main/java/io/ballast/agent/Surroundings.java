package io.ballast.agent;

import io.ballast.sense.chain.ChainReader;
import io.ballast.sense.chain.ChainSubmitter;
import io.ballast.sense.chain.HeadFeed;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * The world outside the agent; what differs between a real chain, a devnet in lock-step and a test.
 *
 * @param submitter shows transactions to everybody
 * @param relays show them to producers of blocks alone; empty where there are none
 * @param clock wall time, or the chain's time in lock-step
 * @param nanos monotonic clock for latency figures only
 */
public record Surroundings(
        ChainReader chain,
        ChainSubmitter submitter,
        Optional<ChainSubmitter> relays,
        HeadFeed heads,
        InstantSource clock,
        LongSupplier nanos) {
    /** Without relays. */
    public Surroundings(
            ChainReader chain, ChainSubmitter submitter, HeadFeed heads, InstantSource clock, LongSupplier nanos) {
        this(chain, submitter, Optional.empty(), heads, clock, nanos);
    }
}
