package io.ballast.sense.chain.web3j;

import io.ballast.base.units.BlockRef;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.chain.ChainReader;
import io.ballast.sense.chain.HeadFeed;
import java.time.Duration;
import java.util.Optional;

/**
 * Announces new heads as a WebSocket hints at them, and reads every one over HTTP. So what is announced has passed the same
 * proofs, quorum and freshness as any other read, and it does not matter whether hints come twice, late, out of order, of a
 * branch that lost, or with gaps: the newest block is read, and whatever follows it sees by its parent if others came between.
 *
 * <p>Order of fallback: while the socket stands, a look per hint and one after every {@link SocketPolicy#silence}; while it is
 * down, a look every {@link SocketPolicy#poll}, exactly as {@link PollingHeadFeed}; a socket that pushed neither of two heads
 * that were read is taken for silent and connected again. Thread-safe.
 */
public final class SocketHeadFeed implements HeadFeed {
    private final HeadSocket socket;
    private final PollingHeadFeed looking;

    /**
     * @param index position in the list of endpoints, for messages
     * @param url wss, or ws to a host of the local network
     */
    public SocketHeadFeed(int index, String url, ChainReader reader, SocketPolicy policy, PollTimer timer) {
        this.socket = new HeadSocket(index, url, policy);
        this.looking = new PollingHeadFeed(reader, socket::interval, hinted(timer));
    }

    private PollTimer hinted(PollTimer timer) {
        return new PollTimer() {
            @Override
            public long nanoTime() {
                return timer.nanoTime();
            }

            @Override
            public void sleep(Duration time) throws InterruptedException {
                socket.await(time);
            }
        };
    }

    /** Whether the socket stands at present. */
    public boolean isPushed() {
        return socket.isUp();
    }

    /** Whether heads can be subscribed to at an address; waits at most so long. */
    public static boolean stands(String url, Duration patience) {
        SocketPolicy policy = SocketPolicy.of(Duration.ofSeconds(1), Duration.ofSeconds(1));
        try (HeadSocket socket = new HeadSocket(0, url, policy)) {
            return socket.awaitUp(patience);
        }
    }

    @Override
    public Optional<BlockHeader> awaitChange(BlockRef known, Duration timeout) {
        Optional<BlockHeader> head = looking.awaitChange(known, timeout);
        head.ifPresent(socket::read);
        return head;
    }

    @Override
    public void close() {
        socket.close();
    }
}
