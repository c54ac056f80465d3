package io.ballast.lab.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The checker can fail: an agent that breaks an invariant is found within a few seeds. */
class SabotageTest {
    private static final long SEEDS = 12;

    @ParameterizedTest
    @EnumSource
    void isNoticed(Sabotage sabotage) {
        Set<String> found = LongStream.rangeClosed(1, SEEDS)
                .parallel()
                .mapToObj(seed -> Simulation.run(seed, sabotage, sabotage.provoked()))
                .flatMap(report -> report.violations().stream())
                .map(violation -> violation.substring(0, violation.indexOf(' ')))
                .collect(Collectors.toSet());

        assertThat(found).containsAll(sabotage.breaks());
    }
}
