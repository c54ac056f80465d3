package io.ballast.think.model.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.ballast.base.units.Bps;
import io.ballast.base.units.Token;
import io.ballast.sense.market.MarketState;
import io.ballast.think.Markets;
import io.ballast.think.action.ActionRules;
import io.ballast.think.action.Candidate;
import io.ballast.think.action.CandidateGenerator;
import io.ballast.think.action.Signal;
import io.ballast.think.feature.PriceWindow;
import io.ballast.think.model.DecisionContext;
import io.ballast.think.model.Scores;
import io.ballast.think.model.ScoringException;
import io.ballast.think.portfolio.Band;
import io.ballast.think.portfolio.Bands;
import io.ballast.think.portfolio.Holdings;
import io.ballast.think.portfolio.Weights;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrackingRuleTest {
    private static final Weights TARGET = Markets.weights(10, 30, 25, 35);
    /** So deep that all cost is the fee of 5 bps. */
    private static final MarketState MARKET = Markets.deep(1_000_000_000);

    private static final PriceWindow CALM = Markets.trend(25, 0, 0, 0, 0);

    private static DecisionContext context(Holdings holdings, PriceWindow window) {
        return new DecisionContext(MARKET, holdings, Weights.of(holdings, MARKET), TARGET, window);
    }

    private static List<Candidate> candidates(DecisionContext context) {
        return new CandidateGenerator()
                .generate(
                        MARKET,
                        context.holdings(),
                        Signal.targets(TARGET, context.window(), Markets.USDC),
                        Markets.rules())
                .list();
    }

    private static Scores score(String rule, DecisionContext context) {
        return RuleScorers.byName(rule, Optional.empty()).score(context, candidates(context));
    }

    private static int best(Scores scores) {
        return IntStream.range(0, scores.rows().size())
                .boxed()
                .max(Comparator.comparingDouble(scores::edge))
                .orElseThrow();
    }

    @Test
    void holdsInsideTheBand() {
        Random random = new Random(1);
        Bands bands = RuleScorers.byName("band", Optional.empty())
                .bands(context(Markets.holdings(5_000, 15_000, 12_500, 17_500), CALM));
        for (int i = 0; i < 30; i++) {
            long link = 5_000 + inside(bands, Markets.LINK, random);
            long wbtc = 12_500 + inside(bands, Markets.WBTC, random);
            long weth = 17_500 + inside(bands, Markets.WETH, random);
            DecisionContext context = context(Markets.holdings(link, 50_000 - link - wbtc - weth, wbtc, weth), CALM);
            Scores scores = score("band", context);

            assertThat(scores.edge(0)).isZero();
            assertThat(scores.rows()).allSatisfy(row -> assertThat(row.edge()).isLessThanOrEqualTo(0));
        }
    }

    private static long inside(Bands bands, Token token, Random random) {
        double width = bands.of(token).orElseThrow().halfWidth() * 0.99 * 50_000;
        return Math.round((2 * random.nextDouble() - 1) * width);
    }

    /** 14 % too much WETH, the others on target: only WETH is traded, into its band and not past the target. */
    @Test
    void tradesBackIntoTheBand() {
        DecisionContext context = context(Markets.holdings(5_000, 8_000, 12_500, 24_500), CALM);
        List<Candidate> candidates = candidates(context);
        TrackingRule rule = RuleScorers.byName("band", Optional.empty());
        Candidate chosen = candidates.get(best(rule.score(context, candidates)));

        double width = rule.bands(context).of(Markets.WETH).orElseThrow().halfWidth();
        double left = chosen.weightsAfter().share(Markets.WETH).doubleValue() - 0.35;
        assertThat(left).isBetween(-1e-4, width * 1.3);
        assertThat(chosen.after().amount(Markets.WBTC))
                .isEqualTo(context.holdings().amount(Markets.WBTC));
    }

    @Test
    void impactMakesTheTradeSmaller() {
        Holdings holdings = Markets.holdings(5_000, 8_000, 12_500, 24_500);
        double deep = wethAfterTheBest(Markets.deep(1_000_000_000), holdings);
        double shallow = wethAfterTheBest(Markets.deep(1_000_000), holdings);

        assertThat(shallow).isGreaterThan(deep).isLessThan(0.48);
    }

    private static double wethAfterTheBest(MarketState market, Holdings holdings) {
        DecisionContext context = new DecisionContext(market, holdings, Weights.of(holdings, market), TARGET, CALM);
        ActionRules base = Markets.rules();
        ActionRules rules = new ActionRules(
                base.bounds(), base.steps(), base.minTrade(), new Bps(300), base.maxSlippage(), base.tip());
        List<Candidate> candidates = new CandidateGenerator()
                .generate(market, holdings, Signal.targets(TARGET, CALM, Markets.USDC), rules)
                .list();
        Scores scores = RuleScorers.byName("band", Optional.empty()).score(context, candidates);
        return candidates.get(best(scores)).weightsAfter().share(Markets.WETH).doubleValue();
    }

    /** Outside its band by a third, a weight is worth a trade. */
    @Test
    void tradesSoonOutsideTheBand() {
        TrackingRule rule = RuleScorers.byName("band", Optional.empty());
        DecisionContext onTarget = context(Markets.holdings(5_000, 15_000, 12_500, 17_500), CALM);
        double width = rule.bands(onTarget).of(Markets.WETH).orElseThrow().halfWidth();
        long over = Math.round(width * 50_000 * 4 / 3);
        DecisionContext context = context(Markets.holdings(5_000, 15_000 - over, 12_500, 17_500 + over), CALM);

        assertThat(best(rule.score(context, candidates(context)))).isPositive();
    }

    /** One hand calculation: c = 5 bps of fee and 0.005 bps of impact of 1 % of the portfolio, Δ = 5 %, from 14 % to 7 % over at a cost of half of 14 %. */
    @Test
    void theEdgeIsTheFormulas() {
        TrackingRule rule = RuleScorers.byName("band", Optional.of(new Bps(500)));
        DecisionContext context = context(Markets.holdings(5_000, 8_000, 12_500, 24_500), CALM);
        List<Candidate> candidates = candidates(context);
        int half = IntStream.range(0, candidates.size())
                .filter(i -> candidates.get(i).label().equals("50% to target"))
                .findFirst()
                .orElseThrow();
        double edge = rule.score(context, candidates).edge(half);

        Band band = rule.bands(context).of(Markets.WETH).orElseThrow();
        assertThat(band.cost()).isCloseTo(0.0005005, within(1e-6));
        double gain = 4 * 0.0005005 * (0.14 * 0.14 - 0.07 * 0.07) / (2 * 0.05);
        double cost = candidates.get(half).cost().total().value().doubleValue() / 50_000;
        assertThat(edge).isCloseTo(10_000 * (gain - cost), within(0.002));
        assertThat(edge).isPositive();
    }

    @Test
    void equalWeightWantsEqualWeights() {
        DecisionContext context = context(Markets.holdings(5_000, 15_000, 12_500, 17_500), CALM);
        Candidate chosen = candidates(context).get(best(score("equal-weight", context)));

        assertThat(chosen.weightsAfter().share(Markets.LINK).doubleValue()).isGreaterThan(0.15);
    }

    @Test
    void momentumSellsWhatFalls() {
        DecisionContext context =
                context(Markets.holdings(5_000, 15_000, 12_500, 17_500), Markets.trend(25, 0, 0, 0, -1));
        Candidate chosen = candidates(context).get(best(score("momentum", context)));

        assertThat(chosen.weightsAfter().share(Markets.WETH).doubleValue()).isLessThan(0.1);
        assertThat(chosen.weightsAfter().share(Markets.USDC).doubleValue()).isGreaterThan(0.5);
    }

    @Test
    void smaCrossLeavesAndComesBack() {
        PriceWindow falling = Markets.trend(25, 0, 0, -1, 0.5);
        DecisionContext invested = context(Markets.holdings(5_000, 15_000, 12_500, 17_500), falling);
        assertThat(candidates(invested)
                        .get(best(score("sma-cross", invested)))
                        .weightsAfter()
                        .share(Markets.WBTC)
                        .doubleValue())
                .isLessThan(0.07);
        DecisionContext out = context(Markets.holdings(5_000, 27_500, 0, 17_500), Markets.trend(25, 0.5, 0, 0.5, 0.5));
        assertThat(candidates(out)
                        .get(best(score("sma-cross", out)))
                        .weightsAfter()
                        .share(Markets.WBTC)
                        .doubleValue())
                .isGreaterThan(0.18);
    }

    @Test
    void ruleScoresAreCertain() {
        DecisionContext context = context(Markets.holdings(5_000, 8_000, 12_500, 24_500), CALM);

        assertThat(score("band", context).rows()).allSatisfy(row -> {
            assertThat(row.low()).isEqualTo(row.edge());
            assertThat(row.deviation()).isZero();
            assertThat(row.q10()).isEqualTo(row.edge());
        });
    }

    @Test
    void sameInputSameScores() {
        DecisionContext context = context(Markets.holdings(5_000, 8_000, 12_500, 24_500), CALM);

        for (String name : RuleScorers.names()) {
            assertThat(score(name, context)).isEqualTo(score(name, context));
        }
    }

    @Test
    void aWindowTooShortIsRefused() {
        DecisionContext context =
                context(Markets.holdings(5_000, 8_000, 12_500, 24_500), Markets.trend(24, 0, 0, 0, 0));

        assertThatExceptionOfType(ScoringException.class)
                .isThrownBy(() -> score("momentum", context))
                .withMessage("momentum needs 25 closed bars, has 24");
        assertThat(score("band", context).rows()).isNotEmpty();
    }

    @Test
    void namesAreKnownOrRefused() {
        assertThat(RuleScorers.names())
                .containsExactly("band", "equal-weight", "inverse-volatility", "momentum", "sma-cross");
        for (String name : RuleScorers.names()) {
            assertThat(RuleScorers.byName(name, Optional.empty()).info().name()).isEqualTo(name);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RuleScorers.byName("olmar", Optional.empty()))
                .withMessageContaining("\"olmar\"");
    }
}
