package io.ballast.sense.chain.web3j;

import java.time.Duration;

/**
 * Bounds of every exchange with a node.
 *
 * @param connect until a connection stands
 * @param whole from the start of an exchange to the last byte of its answer
 * @param maxBody bytes of an answer after inflation
 * @param maxBatch calls sent in one JSON-RPC batch; more are cut into several
 */
public record RpcLimits(Duration connect, Duration whole, long maxBody, int maxBatch) {
    /** 3 s, 10 s, 64 MiB, 1000 calls (the default bound of go-ethereum). */
    public static final RpcLimits DEFAULT =
            new RpcLimits(Duration.ofSeconds(3), Duration.ofSeconds(10), 64L << 20, 1000);

    public RpcLimits {
        if (!connect.isPositive() || !whole.isPositive() || maxBody < 1 || maxBatch < 1) {
            throw new IllegalArgumentException("limits of an RPC exchange must be positive");
        }
    }

    public RpcLimits withWhole(Duration time) {
        return new RpcLimits(connect, time, maxBody, maxBatch);
    }

    public RpcLimits withMaxBody(long bytes) {
        return new RpcLimits(connect, whole, bytes, maxBatch);
    }

    public RpcLimits withMaxBatch(int calls) {
        return new RpcLimits(connect, whole, maxBody, calls);
    }
}
