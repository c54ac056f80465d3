package io.ballast.act.execution;

import io.ballast.base.units.Address;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.chain.CallResult;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.ChainReader;
import io.ballast.sense.chain.EthCall;
import io.ballast.sense.dex.web3j.Erc20;
import io.ballast.sense.market.Observation;
import io.ballast.sense.market.Universe;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Reads what the account holds at the newest block that is deep enough to be believed. Thread-safe. */
public final class BalanceReader {
    private static final int WORD = 32;

    private final ChainReader chain;
    private final Universe universe;
    private final Address owner;
    private final int confirmations;

    /** @param confirmations blocks from one to the head, both counted, until it is believed; at least 1 */
    public BalanceReader(ChainReader chain, Universe universe, Address owner, int confirmations) {
        this.chain = chain;
        this.universe = universe;
        this.owner = owner;
        this.confirmations = confirmations;
    }

    /**
     * A token whose balance cannot be read does not keep the others from being read.
     *
     * @throws ChainException MALFORMED if the node has come to serve another chain: its balances are nobody's business
     */
    public ChainBalances confirmed(Observation seen) {
        long served = chain.chainId();
        if (served != universe.chainId()) {
            throw new ChainException(
                    ChainException.Kind.MALFORMED,
                    "the node serves chain " + served + " now, expected " + universe.chainId());
        }
        return at(header(seen.market().header()));
    }

    private BlockHeader header(BlockHeader head) {
        long depth = Math.max(0, head.ref().number() - confirmations + 1);
        return confirmations == 1 ? head : chain.headers(List.of(depth)).getFirst();
    }

    private ChainBalances at(BlockHeader header) {
        List<EthCall> calls = universe.tokens().stream()
                .map(token -> EthCall.to(token.address(), Erc20.balanceOf(owner)))
                .toList();
        List<CallResult> answers = chain.call(header.ref().hash(), calls);
        List<TokenAmount> balances = new ArrayList<>();
        List<Token> unread = new ArrayList<>();
        for (int i = 0; i < calls.size(); i++) {
            Token token = universe.tokens().get(i);
            if (answers.get(i) instanceof CallResult.Returned answer
                    && answer.data().size() == WORD) {
                balances.add(
                        new TokenAmount(token, new BigInteger(1, answer.data().toArray())));
            } else {
                unread.add(token);
            }
        }
        return new ChainBalances(
                header.ref(), balances, chain.balance(header.ref().hash(), owner), unread);
    }
}
