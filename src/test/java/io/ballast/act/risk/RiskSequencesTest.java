package io.ballast.act.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.base.units.Usd;
import io.ballast.base.units.Wei;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Long random sequences of requests. Mutation testing leaves it out: it takes seconds for each mutant. */
class RiskSequencesTest {
    private static final Duration DAY = Duration.ofDays(1);
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** Whatever is asked in whatever order, and however often the memory is written and read back between. */
    @Test
    void noSequenceExceedsTheLimitsAndJsonLosesNothing() {
        for (int seed = 0; seed < 6; seed++) {
            Random random = new Random(seed);
            Scene world = new Scene();
            world.maxPerDay = Usd.of(9_000);
            world.maxPerHour = 3;
            world.maxGasPerDay = Usd.of(30);
            List<Spend> accepted = new ArrayList<>();
            for (int step = 0; step < 120; step++) {
                world.later(Duration.ofMinutes(random.nextInt(90)));
                world.intentId = "i" + step;
                world.amountIn = Scene.whole(Scene.WETH, "" + (1 + random.nextInt(20)) / 10.0);
                world.quotedOut = Scene.whole(
                        Scene.USDC,
                        world.amountIn
                                .whole()
                                .multiply(new BigDecimal("1994"))
                                .setScale(6)
                                .toPlainString());
                world.minOut = world.quotedOut;
                world.maxFee = Wei.ofGwei(BigDecimal.valueOf(1 + random.nextInt(30)));
                Assessment assessment = world.assess(random.nextInt(4) == 0 ? world.approval() : world.swap());
                if (assessment.allowed()) {
                    List<Spend> spends = assessment.next().spends();
                    accepted.add(spends.get(spends.size() - 1));
                }
                world.state = JSON.readValue(JSON.writeValueAsString(assessment.next()), RiskState.class);
                assertThat(world.state).isEqualTo(assessment.next());
                assertWithin(world, accepted);
            }
            assertThat(accepted).isNotEmpty();
        }
    }

    private static void assertWithin(Scene world, List<Spend> accepted) {
        Instant now = world.block().timestamp();
        List<Spend> day =
                accepted.stream().filter(s -> s.at().isAfter(now.minus(DAY))).toList();
        assertThat(day.stream().map(Spend::notional).reduce(Usd.ZERO, Usd::plus))
                .isLessThanOrEqualTo(world.maxPerDay);
        assertThat(day.stream().map(Spend::gas).reduce(Usd.ZERO, Usd::plus)).isLessThanOrEqualTo(world.maxGasPerDay);
        assertThat(day.stream().filter(s -> s.swap() && s.at().isAfter(now.minus(Duration.ofHours(1)))))
                .hasSizeLessThanOrEqualTo(world.maxPerHour);
    }
}
