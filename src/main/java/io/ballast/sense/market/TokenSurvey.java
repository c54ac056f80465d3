package io.ballast.sense.market;

import io.ballast.base.units.Address;
import io.ballast.base.units.BlockRef;
import io.ballast.base.units.Token;
import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.ChainReader;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.TokenConduct;
import io.ballast.sense.dex.web3j.TokenDrift;
import io.ballast.sense.dex.web3j.TokenProbe;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the tokens of a universe behave in the pools that would trade them, at one block. A pool's arithmetic holds only for tokens
 * that arrive as they were sent and stay as they are. Immutable and thread-safe.
 */
public final class TokenSurvey {
    /** A pool in one contract with others has no address of its own to stand in for. */
    private static final int ADDRESS_TEXT = 42;

    /** Blocks over which a balance is held against its transfers. */
    private static final int SPAN = 8;

    private static final Logger LOG = LoggerFactory.getLogger(TokenSurvey.class);

    private final ChainReader chain;

    public TokenSurvey(ChainReader chain) {
        this.chain = chain;
    }

    /**
     * The worst that a token did in any pool.
     *
     * @param pool where it did it
     */
    public record Finding(Token token, TokenConduct conduct, PoolSpec pool) {
        /** For people. */
        public String text() {
            return "token " + token + " " + conduct.text() + " (seen at "
                    + pool.venue().label() + " pool " + pool.id() + ")";
        }
    }

    /**
     * One finding for each token that a pool of the universe holds, in the order of the tokens.
     *
     * @throws ChainException if the node gives no usable answer, of kind REFUSED if it lends no code to calls
     */
    public List<Finding> at(BlockRef block, Universe universe) {
        List<Finding> findings = new ArrayList<>();
        for (Token token : universe.tokens()) {
            worst(block, universe, token).ifPresent(findings::add);
        }
        return findings;
    }

    /**
     * @throws MisbehavingTokenException with a line for each token whose pools must not be traded
     * @throws ChainException as {@link #at}
     */
    public void requirePlain(BlockRef block, Universe universe) {
        List<String> lines = at(block, universe).stream()
                .filter(finding -> !finding.conduct().isTrusted())
                .map(Finding::text)
                .toList();
        if (!lines.isEmpty()) {
            throw new MisbehavingTokenException(lines);
        }
    }

    /** A pool that is empty says nothing, unless all are. */
    private Optional<Finding> worst(BlockRef block, Universe universe, Token token) {
        Optional<Finding> worst = Optional.empty();
        for (PoolSpec pool : universe.pools()) {
            if (pool.tokens().contains(token) && pool.id().hex().length() == ADDRESS_TEXT) {
                TokenConduct conduct = conduct(block, token, pool.id().address());
                Finding found = new Finding(token, conduct, pool);
                if (worst.isEmpty() || rank(conduct) > rank(worst.get().conduct())) {
                    worst = Optional.of(found);
                }
            }
        }
        return worst;
    }

    private TokenConduct conduct(BlockRef block, Token token, Address holder) {
        TokenConduct moved = new TokenProbe(chain).conduct(block.hash(), token, holder);
        return moved instanceof TokenConduct.Plain ? drift(block, token, holder).orElse(moved) : moved;
    }

    /** Balances that grow with time, as those of lending tokens, show within a few blocks. */
    private Optional<TokenConduct> drift(BlockRef block, Token token, Address holder) {
        if (block.number() < SPAN) {
            return Optional.empty();
        }
        try {
            BlockRef from =
                    chain.headers(List.of(block.number() - SPAN)).getFirst().ref();
            boolean younger = chain.code(from.hash(), token.address()).size() == 0;
            return younger ? Optional.empty() : Optional.of(new TokenDrift(chain).between(from, block, token, holder));
        } catch (ChainException e) {
            if (e.kind() != ChainException.Kind.REFUSED && e.kind() != ChainException.Kind.UNKNOWN_BLOCK) {
                throw e;
            }
            LOG.info("balances of {} are not compared with those {} blocks ago: {}", token, SPAN, e.getMessage());
            return Optional.empty();
        }
    }

    private static int rank(TokenConduct conduct) {
        return switch (conduct) {
            case TokenConduct.Unknown u -> 0;
            case TokenConduct.Plain p -> 1;
            case TokenConduct.TakesFee f -> 2;
            case TokenConduct.Rebases r -> 2;
            case TokenConduct.Refuses r -> 2;
        };
    }
}
