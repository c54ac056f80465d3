package io.ballast.act.risk;

import io.ballast.base.units.BlockRef;
import io.ballast.base.units.Token;
import io.ballast.base.units.Usd;
import io.ballast.base.units.Wei;
import java.time.Instant;
import java.util.List;

/**
 * The world as the gate sees it.
 *
 * @param now of the injected clock
 * @param block the decision is pinned to
 * @param nav net asset value at that block
 * @param invested value of the tokens at that block
 * @param coins native balance
 * @param coinPrice of one native coin
 * @param staleFeeds tokens whose price is older than its heartbeat
 */
public record Situation(
        Instant now, BlockRef block, Usd nav, Usd invested, Wei coins, Usd coinPrice, List<Token> staleFeeds) {
    public Situation {
        staleFeeds = List.copyOf(staleFeeds);
    }
}
