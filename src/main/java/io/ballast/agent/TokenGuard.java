package io.ballast.agent;

import io.ballast.sense.chain.ChainException;
import io.ballast.sense.chain.ChainReader;
import io.ballast.sense.market.TokenSurvey;
import io.ballast.sense.market.Universe;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps an agent from starting with tokens for which no pool's arithmetic holds. */
final class TokenGuard {
    private static final Logger LOG = LoggerFactory.getLogger(TokenGuard.class);

    private TokenGuard() {}

    /**
     * A node that lends no code to calls leaves the question open: that is said and not fatal, since every swap is simulated
     * against its least amount before it is signed.
     *
     * @throws io.ballast.sense.market.MisbehavingTokenException if a token takes fees, rebases, or cannot be moved both ways
     */
    static void requirePlain(ChainReader chain, Universe universe) {
        try {
            new TokenSurvey(chain).requirePlain(chain.head().ref(), universe);
        } catch (ChainException e) {
            if (e.kind() != ChainException.Kind.REFUSED) {
                throw e;
            }
            LOG.warn("tokens are not probed, the node lends no code to calls: {}", e.getMessage());
        }
    }
}
