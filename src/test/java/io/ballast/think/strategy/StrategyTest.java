package io.ballast.think.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ballast.base.units.Bps;
import io.ballast.base.units.Token;
import io.ballast.base.units.Usd;
import io.ballast.base.units.Wei;
import io.ballast.think.Markets;
import io.ballast.think.action.ActionRules;
import io.ballast.think.action.WeightBound;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StrategyTest {
    private static Strategy strategy(int linkTarget) {
        return new Strategy(
                "core4",
                Markets.USDC,
                List.of(
                        allocation(Markets.LINK, linkTarget, 0, 2_000),
                        allocation(Markets.USDC, 3_000, 1_000, 10_000),
                        allocation(Markets.WBTC, 2_500, 500, 5_000),
                        allocation(Markets.WETH, 3_500, 1_000, 6_000)),
                Duration.ofHours(1),
                Optional.of(new Bps(500)),
                Markets.steps(),
                Usd.of(200),
                new ScorerChoice("momentum", Optional.empty()),
                new Bps(30),
                new Bps(20),
                new Bps(3),
                Duration.ofMinutes(1),
                Duration.ZERO);
    }

    private static Allocation allocation(Token token, int target, int min, int max) {
        return new Allocation(token, new Bps(target), new Bps(min), new Bps(max));
    }

    @Test
    void itsTargetsAreItsAllocations() {
        assertThat(strategy(1_000).targets()).isEqualTo(Markets.weights(10, 30, 25, 35));
    }

    @Test
    void itsRulesBindCandidates() {
        ActionRules rules = strategy(1_000).actionRules(Wei.of(7));

        assertThat(rules.bounds()).contains(new WeightBound(Markets.WETH, new Bps(1_000), new Bps(6_000)));
        assertThat(rules.minTrade()).isEqualTo(Usd.of(200));
        assertThat(rules.maxPriceImpact()).isEqualTo(new Bps(20));
        assertThat(rules.maxSlippage()).isEqualTo(new Bps(30));
        assertThat(rules.tip()).isEqualTo(Wei.of(7));
    }

    @Test
    void itsRuleIsTheOneItNamesWithItsBand() {
        assertThat(strategy(1_000).rule().name()).isEqualTo("momentum");
        assertThat(strategy(1_000).rule().band()).contains(new Bps(500));
    }

    @Test
    void targetsSumToAll() {
        assertThatIllegalArgumentException().isThrownBy(() -> strategy(999)).withMessageContaining("99.99%");
    }
}
