package io.ballast.act.execution;

import io.ballast.base.units.Address;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.Token;
import io.ballast.sense.chain.LogEntry;
import io.ballast.sense.dex.web3j.TransferEvent;
import io.ballast.sense.dex.web3j.WrapEvent;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One change of an account's balance of one token, by a log.
 *
 * @param raw in the token's smallest unit, positive for what came, never zero
 * @param other the account on the other side; empty if it is none
 */
record TokenStep(Hash32 tx, BigInteger raw, Optional<Address> other, Way way) {
    /** How the balance changed. */
    enum Way {
        TRANSFER,
        /** From or to nobody. */
        MINT,
        /** The wrapper says that coins were wrapped or unwrapped. */
        WRAP
    }

    /**
     * Steps in the order of the logs. A wrapper that tells the same both as a wrap and as a transfer from or to nobody is counted
     * once; transfers of nothing, which strangers can make in anybody's name, and to oneself are left out.
     */
    static List<TokenStep> of(List<LogEntry> logs, Address owner, Token token) {
        List<TokenStep> wraps = new ArrayList<>();
        List<TokenStep> rest = new ArrayList<>();
        for (LogEntry log : logs) {
            if (log.address().equals(token.address())) {
                wrap(log, owner).filter(TokenStep::moves).ifPresent(wraps::add);
                transfer(log, owner).filter(TokenStep::moves).ifPresent(rest::add);
            }
        }
        List<TokenStep> told = new ArrayList<>(wraps);
        for (TokenStep step : rest) {
            boolean again = step.way() == Way.MINT
                    && wraps.removeIf(
                            wrap -> wrap.tx().equals(step.tx()) && wrap.raw().equals(step.raw()));
            if (!again) {
                told.add(step);
            }
        }
        return told;
    }

    private boolean moves() {
        return raw.signum() != 0;
    }

    private static Optional<TokenStep> wrap(LogEntry log, Address owner) {
        return WrapEvent.of(log)
                .filter(event -> event.account().equals(owner))
                .map(event -> new TokenStep(
                        log.txHash(), event.wraps() ? event.raw() : event.raw().negate(), Optional.empty(), Way.WRAP));
    }

    private static Optional<TokenStep> transfer(LogEntry log, Address owner) {
        return TransferEvent.of(log)
                .filter(event -> event.from().equals(owner) != event.to().equals(owner))
                .map(event -> {
                    boolean in = event.to().equals(owner);
                    Address other = in ? event.from() : event.to();
                    boolean nobody = other.equals(Address.ZERO);
                    return new TokenStep(
                            log.txHash(),
                            in ? event.raw() : event.raw().negate(),
                            nobody ? Optional.empty() : Optional.of(other),
                            nobody ? Way.MINT : Way.TRANSFER);
                });
    }
}
