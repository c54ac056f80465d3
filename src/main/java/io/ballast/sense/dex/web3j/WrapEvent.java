package io.ballast.sense.dex.web3j;

import io.ballast.base.units.Address;
import io.ballast.sense.chain.LogEntry;
import java.math.BigInteger;
import java.util.Optional;

/**
 * Coins that became wrapped tokens of the same account, or the other way round, as WETH9 tells it.
 *
 * @param token contract that emitted it
 * @param wraps coins became tokens
 * @param raw amount in wei
 */
public record WrapEvent(Address token, Address account, boolean wraps, BigInteger raw) {
    /** Empty if the log is something else. */
    public static Optional<WrapEvent> of(LogEntry log) {
        boolean wraps = Event.WRAP.matches(log);
        if (!wraps && !Event.UNWRAP.matches(log)) {
            return Optional.empty();
        }
        Event event = wraps ? Event.WRAP : Event.UNWRAP;
        BigInteger raw = event.data(log).uint(0, 256);
        return Optional.of(new WrapEvent(log.address(), Event.address(log, 1), wraps, raw));
    }
}
