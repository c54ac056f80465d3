package io.ballast.think.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.base.units.Bps;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Usd;
import io.ballast.sense.dex.PoolState;
import io.ballast.sense.market.MarketState;
import io.ballast.think.Markets;
import io.ballast.think.portfolio.Holdings;
import io.ballast.think.portfolio.Weights;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** What holds for every candidate of any market, portfolio, target and rule; the seed is the repetition's number. */
class CandidatePropertiesTest {
    private static final int CASES = 20;

    @RepeatedTest(10)
    void everyCandidateIsSound(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        for (int i = 0; i < CASES; i++) {
            MarketState market = market(random);
            Holdings holdings = holdings(random);
            ActionRules rules = rules(random);
            List<NamedTarget> targets = targets(random);
            Candidates candidates = new CandidateGenerator().generate(market, holdings, targets, rules);

            assertThat(candidates).isEqualTo(new CandidateGenerator().generate(market, holdings, targets, rules));
            assertThat(candidates.list()).hasSizeLessThanOrEqualTo(64);
            assertDistinct(candidates.list());
            Weights before = Weights.of(holdings, market);
            for (Candidate candidate :
                    candidates.list().subList(1, candidates.list().size())) {
                assertBooks(candidate, holdings, market);
                assertRules(candidate, rules, before);
            }
        }
    }

    private static void assertDistinct(List<Candidate> candidates) {
        Set<String> seen = new HashSet<>();
        candidates.forEach(candidate -> assertThat(seen.add(candidate.legs().stream()
                        .map(leg -> leg.quote().amountIn() + ">"
                                + leg.quote().amountOut().token() + " "
                                + leg.quote().amountIn().raw())
                        .toList()
                        .toString()))
                .isTrue());
    }

    /** Holdings change by exactly what the legs pay and receive, nothing goes below zero, and no cost is negative. */
    private static void assertBooks(Candidate candidate, Holdings before, MarketState market) {
        Holdings holdings = before;
        Usd traded = Usd.ZERO;
        for (Leg leg : candidate.legs()) {
            TokenAmount paid = leg.quote().amountIn();
            holdings = holdings.after(paid, leg.quote().amountOut());
            assertThat(leg.notional()).isEqualTo(paid.at(market.price(paid.token())));
            traded = traded.plus(leg.notional());
        }
        assertThat(candidate.after()).isEqualTo(holdings);
        assertThat(candidate.weightsAfter()).isEqualTo(Weights.of(holdings, market));
        assertThat(candidate.turnover()).isEqualByComparingTo(traded.over(before.invested(market)));
        ActionCost cost = candidate.cost();
        assertThat(List.of(cost.fee(), cost.impact(), cost.gas(), cost.sandwich()))
                .allSatisfy(part -> assertThat(part).isGreaterThanOrEqualTo(Usd.ZERO));
        assertThat(cost.gas()).isGreaterThan(Usd.ZERO);
        assertThat(candidate.after().coins()).isEqualTo(before.coins());
    }

    private static void assertRules(Candidate candidate, ActionRules rules, Weights before) {
        for (Leg leg : candidate.legs()) {
            assertThat(leg.notional()).isGreaterThanOrEqualTo(rules.minTrade());
            assertThat(leg.quote().priceImpact()).isLessThanOrEqualTo(rules.maxPriceImpact());
            for (Token token : List.of(leg.quote().in(), leg.quote().out())) {
                BigDecimal after = candidate.weightsAfter().share(token);
                WeightBound bound = rules.bound(token);
                assertThat(after.compareTo(before.share(token).min(bound.min().fraction())) >= 0)
                        .isTrue();
                assertThat(after.compareTo(before.share(token).max(bound.max().fraction())) <= 0)
                        .isTrue();
            }
        }
    }

    /** Some of the possible pools, of either kind and any fee and depth. */
    private static MarketState market(Random random) {
        List<PoolState> pools = new ArrayList<>();
        int id = 0x90;
        for (int a = 0; a < 4; a++) {
            for (int b = a + 1; b < 4; b++) {
                for (int tier = random.nextInt(3); tier > 0; tier--) {
                    int fee = List.of(100, 500, 3_000).get(random.nextInt(3));
                    long depth = (long) Math.pow(10, 4 + 4 * random.nextDouble());
                    Token one = Markets.TOKENS.get(a);
                    Token other = Markets.TOKENS.get(b);
                    pools.add(
                            random.nextBoolean()
                                    ? Markets.pair(id++, one, other, fee, depth, Markets.PRICES)
                                    : Markets.concentrated(id++, one, other, fee, depth));
                }
            }
        }
        return Markets.market(Markets.PRICES, pools.toArray(PoolState[]::new));
    }

    private static Holdings holdings(Random random) {
        return Markets.holdings(value(random), 1 + value(random), value(random), value(random));
    }

    private static long value(Random random) {
        return random.nextInt(5) == 0 ? 0 : random.nextInt(40_000);
    }

    private static ActionRules rules(Random random) {
        List<WeightBound> bounds = Markets.TOKENS.stream()
                .map(token ->
                        new WeightBound(token, new Bps(random.nextInt(2_000)), new Bps(4_000 + random.nextInt(6_001))))
                .toList();
        ActionRules base = Markets.rules();
        return new ActionRules(
                bounds,
                base.steps(),
                Usd.of(random.nextInt(500)),
                new Bps(random.nextInt(300)),
                base.maxSlippage(),
                base.tip());
    }

    private static List<NamedTarget> targets(Random random) {
        List<NamedTarget> targets = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(4); i++) {
            double[] parts = {random.nextDouble(), random.nextDouble(), random.nextDouble(), random.nextDouble()};
            targets.add(new NamedTarget("t" + i, Weights.inProportion(Markets.TOKENS, parts)));
        }
        return targets;
    }
}
