package io.ballast.sense.dex;

import io.ballast.base.units.PoolId;
import io.ballast.base.units.TokenAmount;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Brings a split found in floating point to whole units: moves units from one part to another while the exact output net of gas
 * grows.
 *
 * @param routes of the parts, in the order of execution
 * @param gasCost of one unit of gas in raw units of the token out
 */
record ExactSplit(Map<PoolId, PoolState> pools, List<Route> routes, TokenAmount amountIn, BigDecimal gasCost) {
    private static final int FIRST_STEP_BITS = 20;
    private static final int FEWER_BITS = 4;
    private static final int MOST_TRIALS = 48;

    /**
     * What a split gives.
     *
     * @param net output less gas, in raw units of the token out
     * @param gas units of gas
     */
    record Filled(List<BigInteger> amounts, BigDecimal net, long gas) {
        List<Portion> portions(List<Route> routes, TokenAmount amountIn) {
            List<Portion> portions = new ArrayList<>();
            for (int i = 0; i < routes.size(); i++) {
                portions.add(new Portion(routes.get(i), new TokenAmount(amountIn.token(), amounts.get(i))));
            }
            return portions;
        }
    }

    /**
     * The best split near the one given.
     *
     * @param near one amount for each route, about the whole in sum
     * @return empty if a pool cannot take its share
     */
    Optional<Filled> polished(List<Double> near) {
        Optional<Filled> start = fill(whole(near));
        int trials = 0;
        for (int bits = Math.max(0, amountIn.raw().bitLength() - FIRST_STEP_BITS);
                start.isPresent() && bits >= 0 && trials < MOST_TRIALS;
                bits -= FEWER_BITS) {
            for (int from = 0; from < routes.size(); from++) {
                for (int to = 0; to < routes.size(); to++) {
                    if (from != to) {
                        start = Optional.of(better(start.get(), from, to, BigInteger.ONE.shiftLeft(bits)));
                        trials++;
                    }
                }
            }
        }
        return start;
    }

    /** Whole units, of which the first part takes what the others leave. */
    private List<BigInteger> whole(List<Double> near) {
        BigInteger[] amounts = new BigInteger[near.size()];
        BigInteger rest = amountIn.raw();
        for (int i = near.size() - 1; i > 0; i--) {
            amounts[i] = new BigDecimal(near.get(i)).toBigInteger().min(rest);
            rest = rest.subtract(amounts[i]);
        }
        amounts[0] = rest;
        return Arrays.asList(amounts);
    }

    private Filled better(Filled best, int from, int to, BigInteger units) {
        List<BigInteger> moved = new ArrayList<>(best.amounts());
        moved.set(from, moved.get(from).subtract(units));
        moved.set(to, moved.get(to).add(units));
        return fill(moved)
                .filter(other -> other.net().compareTo(best.net()) > 0)
                .orElse(best);
    }

    /** Executes the parts one after the other. */
    Optional<Filled> fill(List<BigInteger> amounts) {
        if (amounts.stream().anyMatch(amount -> amount.signum() <= 0)) {
            return Optional.empty();
        }
        try {
            PoolsInUse used = new PoolsInUse(pools);
            BigInteger out = BigInteger.ZERO;
            long gas = 0;
            for (int i = 0; i < routes.size(); i++) {
                TokenAmount amount = new TokenAmount(amountIn.token(), amounts.get(i));
                int crossed = 0;
                for (Hop hop : routes.get(i).hops()) {
                    SwapResult swap = used.swap(hop, amount);
                    crossed += swap.ticksCrossed();
                    amount = swap.amountOut();
                }
                out = out.add(amount.raw());
                gas += SwapGas.of(routes.get(i), crossed);
            }
            long together = SwapGas.shared(gas, routes.size());
            BigDecimal net = new BigDecimal(out).subtract(gasCost.multiply(BigDecimal.valueOf(together)));
            return Optional.of(new Filled(List.copyOf(amounts), net, together));
        } catch (InsufficientLiquidityException tooShallow) {
            // Not an error of the search: another split may go through.
            return Optional.empty();
        }
    }
}
