package io.ballast.act.execution;

import io.ballast.base.units.Address;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.sense.chain.LogEntry;
import io.ballast.sense.dex.web3j.TransferEvent;
import java.math.BigInteger;
import java.util.List;
import java.util.function.Predicate;

/** What a transaction moved to and from one account, by its ERC-20 Transfer logs. */
record Transfers(List<TransferEvent> events, Address owner) {
    static Transfers of(List<LogEntry> logs, Address owner) {
        return new Transfers(
                logs.stream().flatMap(log -> TransferEvent.of(log).stream()).toList(), owner);
    }

    /** What left the account, less what came back. */
    TokenAmount paid(Token token) {
        return net(
                token, event -> event.from().equals(owner), event -> event.to().equals(owner));
    }

    /** What arrived at the account, less what left. */
    TokenAmount received(Token token) {
        return net(
                token, event -> event.to().equals(owner), event -> event.from().equals(owner));
    }

    private TokenAmount net(Token token, Predicate<TransferEvent> plus, Predicate<TransferEvent> minus) {
        return new TokenAmount(
                token, sum(token, plus).subtract(sum(token, minus)).max(BigInteger.ZERO));
    }

    private BigInteger sum(Token token, Predicate<TransferEvent> which) {
        return events.stream()
                .filter(event -> event.token().equals(token.address()) && which.test(event))
                .map(TransferEvent::raw)
                .reduce(BigInteger.ZERO, BigInteger::add);
    }
}
