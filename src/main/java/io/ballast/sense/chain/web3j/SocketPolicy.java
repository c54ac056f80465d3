package io.ballast.sense.chain.web3j;

import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * How a head socket is kept alive.
 *
 * @param ping between two pings; a socket that does not answer one before the next is dead
 * @param backoff pause before the first reconnection; it doubles with each failure, and is spread by 20 %
 * @param maxBackoff bound of the former
 * @param poll between two questions over HTTP while no socket stands
 * @param silence between two questions over HTTP while one stands, in case it says nothing
 */
public record SocketPolicy(Duration ping, Duration backoff, Duration maxBackoff, Duration poll, Duration silence) {
    public SocketPolicy {
        if (!ping.isPositive() || !backoff.isPositive() || !poll.isPositive() || silence.compareTo(poll) < 0) {
            throw new IllegalArgumentException("a socket needs positive times, and no less patience while it stands");
        }
    }

    /**
     * Pings every 10 s, reconnects after 0.5 s to 30 s.
     *
     * @param poll between two questions over HTTP while no socket stands
     * @param blockTime of the chain; a standing socket is given five of them, at least 5 s, before it is doubted
     */
    public static SocketPolicy of(Duration poll, Duration blockTime) {
        Duration five = blockTime.multipliedBy(5);
        Duration least = Duration.ofSeconds(5);
        return new SocketPolicy(
                Duration.ofSeconds(10),
                Duration.ofMillis(500),
                Duration.ofSeconds(30),
                poll,
                Stream.of(five, least, poll).max(Comparator.naturalOrder()).orElseThrow());
    }
}
