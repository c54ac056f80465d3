package io.ballast.sense.dex;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The router against everything that can be tried on a grid of 0.1 %, over at most three routes. */
class RouterGridTest {
    private static final int CASES = 200;
    private static final int WIDE_CASES = 60;
    private static final double TENTH_OF_A_BASIS_POINT = 1e-5;

    @Test
    void isNeverWorseThanTheGridByATenthOfABasisPointNetOfGas() {
        Tally tally = new Tally();
        for (int seed = 1; seed <= CASES; seed++) {
            tally.add(seed, RoutingCase.of(seed));
        }
        tally.print("up to five routes");
        assertThat(tally.parts[2] + tally.parts[3]).isGreaterThan(CASES / 5);
        assertThat(tally.shared).isPositive();
    }

    @Test
    void isNeverWorseWithMoreRoutesThanItLooksAtClosely() {
        Tally tally = new Tally();
        for (int seed = 1; seed <= WIDE_CASES; seed++) {
            tally.add(seed, RoutingCase.wide(seed));
        }
        tally.print("seven to nine routes");
        assertThat(tally.parts[2] + tally.parts[3]).isGreaterThan(WIDE_CASES / 5);
    }

    /** What came of the cases. */
    private static final class Tally {
        private final int[] parts = new int[SwapQuote.MOST_PARTS + 1];
        private int shared;
        private double worst = Double.NEGATIVE_INFINITY;

        void add(int seed, RoutingCase problem) {
            double grid = new GridOracle(problem, 1000).best();
            Optional<SwapQuote> quote =
                    new Router().best(problem.pools(), problem.in(), problem.out(), problem.gasCost());
            if (quote.isEmpty()) {
                assertThat(grid).as("seed %d", seed).isEqualTo(Double.NEGATIVE_INFINITY);
                parts[0]++;
                return;
            }
            double out = quote.get().amountOut().raw().doubleValue();
            double loss = (grid - net(quote.get(), problem)) / out;
            assertThat(loss).as("seed %d, %s", seed, quote.get().route()).isLessThanOrEqualTo(TENTH_OF_A_BASIS_POINT);
            worst = Math.max(worst, loss);
            parts[quote.get().parts().size()]++;
            shared += quote.get().pools().size() < hops(quote.get()) ? 1 : 0;
        }

        void print(String what) {
            System.out.printf(
                    Locale.ROOT,
                    "router against a grid of 0.1 %%, %s: %d cases, worst %+.5f bps; %d single, %d of two parts, %d of three, "
                            + "%d with a pool in common, %d impossible%n",
                    what,
                    Arrays.stream(parts).sum(),
                    worst * 1e4,
                    parts[1],
                    parts[2],
                    parts[3],
                    shared,
                    parts[0]);
        }
    }

    private static int hops(SwapQuote quote) {
        return quote.parts().stream()
                .mapToInt(part -> part.route().hops().size())
                .sum();
    }

    private static double net(SwapQuote quote, RoutingCase problem) {
        BigDecimal gas = problem.gasCost().multiply(BigDecimal.valueOf(quote.gas()));
        return new BigDecimal(quote.amountOut().raw()).subtract(gas).doubleValue();
    }
}
