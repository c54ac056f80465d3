package io.ballast.sense.dex.web3j;

import io.ballast.base.units.Address;
import io.ballast.sense.chain.LogEntry;
import java.math.BigInteger;
import java.util.Optional;

/**
 * An ERC-20 transfer.
 *
 * @param token contract that emitted it
 * @param raw amount in the token's smallest unit
 */
public record TransferEvent(Address token, Address from, Address to, BigInteger raw) {
    /** Empty if the log is something else, an ERC-721 transfer for one. */
    public static Optional<TransferEvent> of(LogEntry log) {
        if (!Event.TRANSFER.matches(log)) {
            return Optional.empty();
        }
        BigInteger raw = Event.TRANSFER.data(log).uint(0, 256);
        return Optional.of(new TransferEvent(log.address(), Event.address(log, 1), Event.address(log, 2), raw));
    }
}
