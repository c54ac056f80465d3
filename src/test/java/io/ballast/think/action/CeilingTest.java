package io.ballast.think.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ballast.base.units.Bps;
import io.ballast.base.units.Usd;
import io.ballast.base.units.Wei;
import io.ballast.think.Markets;
import io.ballast.think.portfolio.Holdings;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Candidates under the limits in force, and under the limit on sandwiches. */
class CeilingTest {
    private static final NamedTarget OWN = new NamedTarget("target", Markets.weights(10, 30, 25, 35));
    private static final Holdings OFF = Markets.holdings(4_450, 14_000, 12_100, 19_450);

    private final CandidateGenerator generator = new CandidateGenerator();

    private Candidates candidates(ActionRules rules) {
        return generator.generate(Markets.deep(10_000_000), OFF, List.of(OWN), rules);
    }

    @Test
    void cutsALegToWhatTheLimitsLeaveAndSaysSo() {
        ActionRules rules = Markets.rules().under(new Ceiling(Usd.of(700), Usd.of(1_000), 9));

        for (Candidate candidate : candidates(rules).list()) {
            Usd traded = candidate.legs().stream().map(Leg::notional).reduce(Usd.ZERO, Usd::plus);
            assertThat(traded).isLessThanOrEqualTo(Usd.of(1_000));
            assertThat(candidate.legs()).allMatch(leg -> leg.notional().compareTo(Usd.of(700)) <= 0);
        }
        Candidate shift = candidates(rules).list().stream()
                .filter(candidate -> candidate.label().equals("WETH→USDC 975 USD, cut to the limit"))
                .findFirst()
                .orElseThrow();
        assertThat(shift.legs().get(0).notional().value().doubleValue()).isCloseTo(700, within(0.01));
    }

    @Test
    void dropsWhatTheLimitsLeaveNoRoomFor() {
        for (Ceiling full : List.of(
                new Ceiling(Usd.of(5), Usd.of(1_000), 9),
                new Ceiling(Usd.of(700), Usd.of(5), 9),
                new Ceiling(Usd.of(700), Usd.of(1_000), 0))) {
            ActionRules rules = Markets.rules().under(full);

            assertThat(candidates(rules).list()).hasSize(1);
            assertThat(candidates(rules).count(DropReason.OVER_LIMIT)).isPositive();
        }
    }

    @Test
    void dropsWhatASandwichCouldTakeTooMuchOfAtTheLeastSizeToo() {
        ActionRules base = Markets.rules();
        ActionRules strict = new ActionRules(
                base.bounds(),
                base.steps(),
                Usd.of(100),
                new Bps(1_000),
                new Bps(300),
                Wei.of(1),
                Bps.ZERO,
                Ceiling.NONE);
        Candidates shallow = generator.generate(Markets.deep(30_000), OFF, List.of(OWN), strict);

        assertThat(shallow.count(DropReason.SANDWICH)).isPositive();
        assertThat(candidates(base).count(DropReason.SANDWICH)).isZero();
    }
}
