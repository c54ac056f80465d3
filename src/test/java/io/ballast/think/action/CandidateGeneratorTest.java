package io.ballast.think.action;

import static io.ballast.think.Markets.LINK;
import static io.ballast.think.Markets.PRICES;
import static io.ballast.think.Markets.USDC;
import static io.ballast.think.Markets.WBTC;
import static io.ballast.think.Markets.WETH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.ballast.base.units.Bps;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.base.units.Usd;
import io.ballast.sense.dex.Router;
import io.ballast.sense.dex.SwapQuote;
import io.ballast.sense.market.MarketState;
import io.ballast.think.Markets;
import io.ballast.think.portfolio.GasPrice;
import io.ballast.think.portfolio.Holdings;
import io.ballast.think.portfolio.Weights;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CandidateGeneratorTest {
    private static final Weights TARGET = Markets.weights(10, 30, 25, 35);
    private static final NamedTarget OWN = new NamedTarget("target", TARGET);
    private static final Holdings OFF = Markets.holdings(4_450, 14_000, 12_100, 19_450);

    private final CandidateGenerator generator = new CandidateGenerator();
    private final MarketState market = Markets.deep(10_000_000);
    private ActionRules rules = Markets.rules();

    private Candidates candidates() {
        return generator.generate(market, OFF, List.of(OWN), rules);
    }

    private static Candidate labelled(Candidates candidates, String label) {
        return candidates.list().stream()
                .filter(candidate -> candidate.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError(label + " not in "
                        + candidates.list().stream().map(Candidate::label).toList()));
    }

    @Test
    void holdComesFirstAndCostsNothing() {
        Candidate hold = candidates().list().get(0);

        assertThat(hold.kind()).isEqualTo(ActionKind.HOLD);
        assertThat(hold.legs()).isEmpty();
        assertThat(hold.cost()).isEqualTo(ActionCost.NONE);
        assertThat(hold.after()).isEqualTo(OFF);
        assertThat(hold.turnover()).isEqualByComparingTo(BigDecimal.ZERO);
    }

    @Test
    void everyStepTowardEveryTargetIsThere() {
        List<NamedTarget> targets = List.of(OWN, new NamedTarget("equal-weight", Markets.weights(25, 25, 25, 25)));
        Candidates candidates = generator.generate(market, OFF, targets, rules);

        assertThat(candidates.list())
                .extracting(Candidate::label)
                .startsWith(
                        "HOLD",
                        "25% to target",
                        "50% to target",
                        "75% to target",
                        "100% to target",
                        "25% to equal-weight",
                        "50% to equal-weight",
                        "75% to equal-weight",
                        "100% to equal-weight");
    }

    @Test
    void aFullMoveReachesTheTargetButForItsCost() {
        Candidate move = labelled(candidates(), "100% to target");

        for (Token token : Markets.TOKENS) {
            assertThat(move.weightsAfter().share(token).doubleValue())
                    .isCloseTo(TARGET.share(token).doubleValue(), within(2e-4));
        }
    }

    @Test
    void halfAMoveGoesHalfTheWay() {
        Candidate move = labelled(candidates(), "50% to target");

        assertThat(move.weightsAfter().share(WETH).doubleValue()).isCloseTo((0.389 + 0.35) / 2, within(2e-4));
        assertThat(move.weightsAfter().share(LINK).doubleValue()).isCloseTo((0.089 + 0.10) / 2, within(2e-4));
    }

    @Test
    void shiftsGoFromTheLargestSurplusToTheLargestLackAndThroughCash() {
        List<String> labels = candidates().list().stream()
                .filter(candidate -> candidate.kind() == ActionKind.SHIFT)
                .map(Candidate::label)
                .toList();

        assertThat(labels)
                .contains(
                        "WETH→USDC 1,950 USD",
                        "WETH→USDC 488 USD",
                        "WETH→USDC 1,000 USD",
                        "WETH→LINK 550 USD",
                        "USDC→WBTC 400 USD");
    }

    @Test
    void aShiftLeavesTheOtherTokensAlone() {
        Candidate shift = labelled(candidates(), "WETH→LINK 550 USD");

        assertThat(shift.after().amount(WBTC)).isEqualTo(OFF.amount(WBTC));
        assertThat(shift.after().amount(LINK).raw())
                .isGreaterThan(OFF.amount(LINK).raw());
    }

    @Test
    void whatIsAPairOfItsOwnIsTradedDirectly() {
        Holdings tilted = Markets.holdings(5_000, 15_000, 10_000, 20_000);
        Candidate move = labelled(generator.generate(market, tilted, List.of(OWN), rules), "100% to target");

        assertThat(move.legs()).singleElement().satisfies(leg -> {
            assertThat(leg.quote().route()).isEqualTo("WETH→WBTC v2/0.05%");
            assertThat(leg.notional()).isEqualTo(Usd.of(2_500));
        });
    }

    @Test
    void theWayThroughCashIsTakenWhereItIsCheaper() {
        MarketState dear = Markets.market(
                PRICES,
                Markets.pair(0x92, WBTC, USDC, 500, 10_000_000, PRICES),
                Markets.pair(0x93, WETH, USDC, 500, 10_000_000, PRICES),
                Markets.pair(0x94, WBTC, WETH, 10_000, 10_000_000, PRICES));
        Holdings tilted = Markets.holdings(0, 15_000, 15_000, 20_000);
        Candidates candidates = generator.generate(
                dear, tilted, List.of(new NamedTarget("target", Markets.weights(0, 30, 35, 35))), rules);
        Candidate move = labelled(candidates, "100% to target");

        assertThat(move.legs()).extracting(leg -> leg.quote().route()).containsExactly("WETH→USDC→WBTC v2/0.05%+0.05%");
    }

    @Test
    void legsAreQuotedOnThePoolsAsEarlierLegsLeaveThem() {
        for (Candidate candidate : candidates().list()) {
            MarketState left = market;
            for (Leg leg : candidate.legs()) {
                SwapQuote again = new Router().quote(leg.quote().portions(), left.pools());
                assertThat(leg.quote()).isEqualTo(again);
                left = left.with(again.after());
            }
        }
    }

    @Test
    void costIsSplitIntoFeeImpactAndGas() {
        Candidate shift = labelled(candidates(), "WETH→USDC 1,950 USD");
        ActionCost cost = shift.cost();
        Leg leg = shift.legs().get(0);

        assertThat(cost.fee()).isEqualTo(Usd.of(new BigDecimal("0.975")));
        // 1,950 into 10,000,000 of depth: the price falls by 1.95 bps of 1,950.
        assertThat(cost.impact().value().doubleValue()).isCloseTo(0.38, within(0.01));
        long units = leg.quote().gas() + GasPrice.APPROVAL;
        assertThat(cost.gas()).isEqualTo(Usd.of(new BigDecimal(units).multiply(new BigDecimal("0.000005"))));
        // No sandwich pays in a pool this deep, so all of the 30 bps of slippage is left.
        assertThat(leg.sandwich().pays()).isFalse();
        assertThat(cost.sandwich()).isEqualTo(leg.sandwich().loss().at(Usd.of(1)));
        assertThat(cost.sandwich().value().doubleValue()).isCloseTo(5.85, within(0.01));
        Usd received = leg.quote().amountOut().at(Usd.of(1));
        assertThat(cost.fee().plus(cost.impact()).value().doubleValue())
                .isCloseTo(1_950 - received.value().doubleValue(), within(1e-5));
    }

    @Test
    void theSecondLegPaysForWhatTheFirstMoved() {
        // Both sales go through the one pool that holds cash.
        MarketState narrow = Markets.market(
                PRICES,
                Markets.pair(0x90, LINK, WETH, 500, 10_000_000, PRICES),
                Markets.pair(0x93, WETH, USDC, 500, 1_000_000, PRICES));
        Holdings both = Markets.holdings(25_000, 0, 0, 25_000);
        NamedTarget cash = new NamedTarget("cash", Markets.weights(0, 100, 0, 0));
        rules = impact(new Bps(1_000));
        Candidate all = labelled(generator.generate(narrow, both, List.of(cash), rules), "100% to cash");

        double proceeds = all.after().amount(USDC).whole().doubleValue();
        Usd lost = all.cost().fee().plus(all.cost().impact());
        assertThat(50_000 - proceeds).isCloseTo(lost.value().doubleValue(), within(0.01));
    }

    @Test
    void turnoverIsTheLegsNotionalOverWhatIsInvested() {
        for (Candidate candidate : candidates().list()) {
            Usd traded = candidate.legs().stream().map(Leg::notional).reduce(Usd.ZERO, Usd::plus);
            assertThat(candidate.turnover()).isEqualByComparingTo(traded.over(OFF.invested(market)));
        }
    }

    @Test
    void legsUnderTheMinimumAreLeftOut() {
        rules = minTrade(Usd.of(600));
        Candidates candidates = candidates();

        assertThat(labelled(candidates, "100% to target").legs())
                .singleElement()
                .satisfies(leg -> assertThat(leg.quote().in()).isEqualTo(WETH));
        assertThat(candidates.dropped())
                .contains(new Candidates.Dropped("25% to target", DropReason.BELOW_MIN_TRADE, "600.00 USD"));
        assertThat(candidates.count(DropReason.BELOW_MIN_TRADE)).isPositive();
    }

    @Test
    void whatMovesThePriceTooFarIsDropped() {
        rules = impact(Bps.ZERO);

        Candidates candidates = candidates();
        assertThat(candidates.list()).hasSize(1);
        assertThat(candidates.dropped())
                .isNotEmpty()
                .allSatisfy(dropped -> assertThat(dropped.reason()).isEqualTo(DropReason.PRICE_IMPACT));
    }

    @Test
    void whatNoPoolCanTakeIsDropped() {
        MarketState poor = Markets.market(PRICES, Markets.pair(0x93, WETH, USDC, 500, 10_000_000, PRICES));
        Candidates candidates = generator.generate(poor, OFF, List.of(OWN), rules);

        assertThat(candidates.dropped())
                .contains(new Candidates.Dropped("USDC→WBTC 400 USD", DropReason.NO_ROUTE, "400.000000 USDC to WBTC"));
        assertThat(candidates.list())
                .flatExtracting(Candidate::legs)
                .extracting(leg -> leg.quote().route())
                .containsOnly("WETH→USDC v2/0.05%");
    }

    @Test
    void noWeightLeavesItsBounds() {
        rules = bound(new WeightBound(WETH, new Bps(3_600), new Bps(6_000)));
        Candidates candidates = candidates();

        assertThat(candidates.list())
                .allSatisfy(candidate -> assertThat(candidate.weightsAfter().share(WETH))
                        .isGreaterThanOrEqualTo(new BigDecimal("0.36")));
        assertThat(candidates.count(DropReason.WEIGHT_BOUNDS)).isPositive();
        // The move itself is clipped to the bound, so that all four steps are left.
        assertThat(labelled(candidates, "100% to target")
                        .weightsAfter()
                        .share(WETH)
                        .doubleValue())
                .isCloseTo(0.36, within(2e-4));
    }

    @Test
    void aWeightOutsideItsBoundsMayComeBackButNotGoFurther() {
        rules = bound(new WeightBound(WETH, new Bps(1_000), new Bps(3_000)));
        NamedTarget more = new NamedTarget("more", Markets.weights(5, 20, 20, 55));
        Candidates candidates = generator.generate(market, OFF, List.of(OWN, more), rules);

        assertThat(candidates.list())
                .allSatisfy(candidate ->
                        assertThat(candidate.weightsAfter().share(WETH)).isLessThanOrEqualTo(new BigDecimal("0.3891")));
        assertThat(labelled(candidates, "50% to target")
                        .weightsAfter()
                        .share(WETH)
                        .doubleValue())
                .isCloseTo((0.389 + 0.30) / 2, within(2e-4));
    }

    @Test
    void aTargetThatLeavesTooLittleCashIsScaledDown() {
        rules = bound(new WeightBound(USDC, new Bps(2_500), new Bps(10_000)));
        NamedTarget bold = new NamedTarget("bold", Markets.weights(20, 0, 40, 40));
        Candidate move = labelled(generator.generate(market, OFF, List.of(bold), rules), "100% to bold");

        assertThat(move.weightsAfter().share(USDC).doubleValue()).isCloseTo(0.25, within(2e-4));
        assertThat(move.weightsAfter().share(WETH).doubleValue()).isCloseTo(0.30, within(2e-4));
        assertThat(move.weightsAfter().share(LINK).doubleValue()).isCloseTo(0.15, within(2e-4));
    }

    @Test
    void equalTradesAreListedOnce() {
        Candidates candidates = generator.generate(market, OFF, List.of(OWN, new NamedTarget("twin", TARGET)), rules);

        assertThat(candidates.count(DropReason.DUPLICATE)).isEqualTo(4);
        assertThat(candidates.list())
                .noneSatisfy(candidate -> assertThat(candidate.target()).isEqualTo("twin"));
    }

    @Test
    void noMoreAreListedThanCanBeScored() {
        List<NamedTarget> targets = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            targets.add(new NamedTarget("t" + i, Markets.weights(10, 30 + i, 25 - i, 35)));
        }
        Candidates candidates = generator.generate(market, OFF, targets, rules);

        assertThat(candidates.list()).hasSize(Candidates.MOST);
        assertThat(candidates.count(DropReason.TOO_MANY)).isPositive();
    }

    @Test
    void aPortfolioOnTargetHasNothingToDo() {
        Candidates candidates =
                generator.generate(market, Markets.holdings(5_000, 15_000, 12_500, 17_500), List.of(OWN), rules);

        assertThat(candidates.list()).hasSize(1);
    }

    @Test
    void withoutTargetsThereIsOnlyHold() {
        assertThat(generator.generate(market, OFF, List.of(), rules).list()).hasSize(1);
    }

    @Test
    void nothingInvestedIsRefused() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> generator.generate(market, Markets.holdings(0, 0, 0, 0), List.of(OWN), rules));
    }

    @Test
    void sellingEverythingLeavesNoDust() {
        NamedTarget cash = new NamedTarget("cash", Markets.weights(0, 100, 0, 0));
        Candidate all = labelled(generator.generate(market, OFF, List.of(cash), rules), "100% to cash");

        assertThat(all.after().tokens().stream().filter(amount -> !amount.isZero()))
                .extracting(TokenAmount::token)
                .containsExactly(USDC);
    }

    @Test
    void pinnedLegsArePricedOnTheNewMarket() {
        Candidate shift = labelled(candidates(), "WETH→USDC 1,950 USD");
        PinnedLeg leg = PinnedLeg.of(shift.legs().get(0));
        MarketState moved = Markets.deep(9_000_000);
        Candidates pinned = generator.pinned(moved, OFF, List.of(leg), minTrade(Usd.of(5_000)));

        assertThat(pinned.list()).extracting(Candidate::kind).containsExactly(ActionKind.HOLD, ActionKind.PINNED);
        Leg again = pinned.list().get(1).legs().get(0);
        assertThat(again.quote().amountIn()).isEqualTo(leg.amountIn());
        assertThat(again.quote().amountOut().raw())
                .isLessThan(shift.legs().get(0).quote().amountOut().raw());
        assertThat(pinned.list().get(1).label()).isEqualTo("0.78000000 WETH→USDC");
    }

    @Test
    void pinnedLegsThatCannotBeTradedAnyMoreLeaveOnlyHold() {
        PinnedLeg leg = new PinnedLeg(OFF.amount(WETH), USDC);

        assertThat(generator
                        .pinned(market, Markets.holdings(0, 1, 1, 19_449), List.of(leg), rules)
                        .dropped())
                .extracting(Candidates.Dropped::reason)
                .containsExactly(DropReason.INSUFFICIENT_BALANCE);
        assertThat(generator.pinned(market, OFF, List.of(leg), impact(Bps.ZERO)).dropped())
                .extracting(Candidates.Dropped::reason)
                .containsExactly(DropReason.PRICE_IMPACT);
    }

    private static ActionRules impact(Bps max) {
        ActionRules base = Markets.rules();
        return new ActionRules(base.bounds(), base.steps(), base.minTrade(), max, base.maxSlippage(), base.tip());
    }

    private static ActionRules minTrade(Usd min) {
        ActionRules base = Markets.rules();
        return new ActionRules(base.bounds(), base.steps(), min, base.maxPriceImpact(), base.maxSlippage(), base.tip());
    }

    private static ActionRules bound(WeightBound changed) {
        ActionRules base = Markets.rules();
        List<WeightBound> bounds = base.bounds().stream()
                .map(bound -> bound.token().equals(changed.token()) ? changed : bound)
                .toList();
        return new ActionRules(
                bounds, base.steps(), base.minTrade(), base.maxPriceImpact(), base.maxSlippage(), base.tip());
    }
}
