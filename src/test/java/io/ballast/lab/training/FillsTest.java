package io.ballast.lab.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.base.units.Bps;
import io.ballast.sense.market.MarketState;
import io.ballast.think.action.Candidate;
import io.ballast.think.model.DecisionContext;
import io.ballast.think.model.SyntheticMarket;
import io.ballast.think.portfolio.Holdings;
import java.util.List;
import org.junit.jupiter.api.Test;

class FillsTest {
    private final SyntheticMarket market = new SyntheticMarket(3, 80, 0.003, 0.004);
    private final DecisionContext context = market.context(60, 0.7, 0.1, 0.1, 0.1);
    private final List<Candidate> candidates = market.candidates(context);

    @Test
    void onTheQuotedMarketFillsAreTheQuotesToTheUnit() {
        for (Candidate candidate : candidates) {
            Holdings filled = new Fills(new Bps(50)).fill(candidate, context.holdings(), context.market());

            assertThat(filled).isEqualTo(candidate.after());
        }
    }

    @Test
    void onALaterMarketFillsAreWhatItsPoolsGive() {
        Candidate candidate = candidates.get(1);
        Holdings filled = new Fills(Bps.WHOLE).fill(candidate, context.holdings(), market.at(61));

        assertThat(filled).isNotEqualTo(candidate.after()).isNotEqualTo(context.holdings());
    }

    @Test
    void aSwapBelowItsLimitRevertsAndNothingFollows() {
        Holdings bought = new Fills(Bps.ZERO).fill(buying(), context.holdings(), context.market());
        MarketState worse = afterOthersBought();

        assertThat(bought).isEqualTo(buying().after());
        assertThat(new Fills(Bps.ZERO).fill(buying(), context.holdings(), worse))
                .isEqualTo(context.holdings());
        assertThat(new Fills(new Bps(50)).fill(buying(), context.holdings(), worse))
                .isNotEqualTo(context.holdings());
    }

    /** The market after somebody else did the same first. */
    private MarketState afterOthersBought() {
        return context.market().with(buying().legs().get(0).quote().after());
    }

    private Candidate buying() {
        return candidates.stream()
                .filter(candidate -> !candidate.isHold())
                .findFirst()
                .orElseThrow();
    }
}
