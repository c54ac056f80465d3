package io.ballast.app.cli.check;

import io.ballast.sense.chain.ChainReader;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * How nodes are reached.
 *
 * @param connect a chain behind one http address only
 * @param pushes whether the websocket address announces heads; waits some seconds
 * @param nanos monotonic clock for latencies
 */
public record NodeProbe(Function<String, ChainReader> connect, Predicate<String> pushes, LongSupplier nanos) {}
