package io.ballast.sense.dex.web3j;

import io.ballast.base.units.Address;
import io.ballast.base.units.BlockRef;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.Token;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.ChainReader;
import io.ballast.sense.chain.EthCall;
import io.ballast.sense.chain.LogQuery;
import io.ballast.sense.dex.TokenConduct;
import java.math.BigInteger;
import java.util.List;

/** Finds balances that change without transfers, between two blocks. Immutable and thread-safe. */
public record TokenDrift(ChainReader chain) {
    /**
     * Compares the balance of a holder with its transfers. What lies outside the two blocks goes unseen, so a plain verdict says
     * only that nothing was found.
     *
     * @param from earlier than {@code to}, few blocks apart: every transfer of the token in between is read
     * @throws ChainException if the node gives no usable answer, or no longer has the state of the earlier block
     */
    public TokenConduct between(BlockRef from, BlockRef to, Token token, Address holder) {
        BigInteger before = balance(from.hash(), token, holder);
        BigInteger after = balance(to.hash(), token, holder);
        if (before.equals(after)) {
            return new TokenConduct.Plain();
        }
        BigInteger unexplained = after.subtract(before).subtract(moved(from, to, token, holder));
        return unexplained.signum() == 0
                ? new TokenConduct.Plain()
                : new TokenConduct.Rebases("a balance moved by " + unexplained + " raw between blocks " + from.number()
                        + " and " + to.number() + " without a transfer");
    }

    private BigInteger balance(Hash32 at, Token token, Address holder) {
        String what = "balanceOf of token " + token;
        return new Words(
                        "answer to " + what,
                        chain.call(at, List.of(EthCall.to(token.address(), Erc20.balanceOf(holder))))
                                .get(0)
                                .orThrow(what))
                .exactly(1)
                .unsigned(0, 32);
    }

    /** Received less sent, after {@code from}, up to and including {@code to}. */
    private BigInteger moved(BlockRef from, BlockRef to, Token token, Address holder) {
        LogQuery query =
                new LogQuery(from.number() + 1, to.number(), List.of(token.address()), List.of(Event.TRANSFER.topic()));
        BigInteger sum = BigInteger.ZERO;
        for (TransferEvent transfer : chain.logs(query).stream()
                .flatMap(log -> TransferEvent.of(log).stream())
                .toList()) {
            if (transfer.to().equals(holder)) {
                sum = sum.add(transfer.raw());
            }
            if (transfer.from().equals(holder)) {
                sum = sum.subtract(transfer.raw());
            }
        }
        return sum;
    }
}
