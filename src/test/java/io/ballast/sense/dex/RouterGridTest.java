package io.ballast.sense.dex;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The router against everything that can be tried on a grid of 0.1 %, over at most three routes. */
class RouterGridTest {
    private static final int CASES = 200;
    private static final double TENTH_OF_A_BASIS_POINT = 1e-5;

    @Test
    void isNeverWorseThanTheGridByATenthOfABasisPointNetOfGas() {
        int[] parts = new int[SwapQuote.MOST_PARTS + 1];
        int shared = 0;
        double worst = Double.NEGATIVE_INFINITY;
        for (int seed = 1; seed <= CASES; seed++) {
            RoutingCase problem = RoutingCase.of(seed);
            double grid = new GridOracle(problem, 1000).best();
            Optional<SwapQuote> quote =
                    new Router().best(problem.pools(), problem.in(), problem.out(), problem.gasCost());
            if (quote.isEmpty()) {
                assertThat(grid).as("seed %d", seed).isEqualTo(Double.NEGATIVE_INFINITY);
                parts[0]++;
                continue;
            }
            double out = quote.get().amountOut().raw().doubleValue();
            double loss = (grid - net(quote.get(), problem)) / out;
            assertThat(loss).as("seed %d, %s", seed, quote.get().route()).isLessThanOrEqualTo(TENTH_OF_A_BASIS_POINT);
            worst = Math.max(worst, loss);
            parts[quote.get().parts().size()]++;
            shared += quote.get().pools().size() < hops(quote.get()) ? 1 : 0;
        }
        System.out.printf(
                Locale.ROOT,
                "router against a grid of 0.1 %%: %d cases, worst %+.5f bps; %d single, %d of two parts, %d of three, "
                        + "%d with a pool in common, %d impossible%n",
                CASES,
                worst * 1e4,
                parts[1],
                parts[2],
                parts[3],
                shared,
                parts[0]);
        assertThat(parts[2] + parts[3]).isGreaterThan(CASES / 5);
        assertThat(shared).isPositive();
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
