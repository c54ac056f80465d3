package io.ballast.sense.dex;

import io.ballast.base.units.Bps;
import io.ballast.base.units.PoolId;
import io.ballast.base.units.TokenAmount;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How little a swap may accept. The slippage that is allowed is what a sandwich can take, so it is given in full only where
 * taking it does not pay: an attacker pays the pool's fee twice and the gas of two swaps. Pools are attacked one at a time.
 *
 * @param maxSlippage most that the least amount lies below the quote
 * @param maxLoss most that is left to a sandwich that pays; what honest trading may move the price is never less than
 *     {@link #HONEST} and a unit
 * @param gasCost cost of one unit of gas in raw units of the swap's token in, see {@link Router#gasCost}
 */
public record Sandwich(Bps maxSlippage, Bps maxLoss, BigDecimal gasCost) {
    /** Movement of the price by others, between quote and inclusion, that must not revert a swap. */
    public static final Bps HONEST = new Bps(1);

    /** Gas of two swaps by a contract that calls the pools itself; less than any attacker needs. */
    private static final BigDecimal ATTACK_GAS = BigDecimal.valueOf(150_000);

    private static final int STEPS = 12;

    private record Threat(SandwichAttack attack, SandwichAttack.Outcome outcome, BigDecimal profit) {}

    /**
     * The bound of one swap.
     *
     * @param pools states that the quote was made on
     */
    public SandwichBound of(SwapQuote quote, List<PoolState> pools) {
        TokenAmount loosest = quote.amountOut().minus(quote.amountOut().times(maxSlippage));
        if (!canPay(quote)) {
            return bound(quote, loosest, Optional.empty());
        }
        Map<PoolId, PoolState> states = new HashMap<>();
        pools.forEach(pool -> states.put(pool.id(), pool));
        List<SandwichAttack> attacks = SandwichAttack.on(quote, states);
        Optional<Threat> threat = worst(quote, attacks, loosest);
        return threat.filter(this::pays).isEmpty()
                ? bound(quote, loosest, threat)
                : tightened(quote, attacks, loosest);
    }

    /** Whether all that can be taken would be more than the gas, with a wide margin for the price after us. */
    private boolean canPay(SwapQuote quote) {
        BigDecimal most = new BigDecimal(quote.amountIn().raw()).multiply(maxSlippage.fraction());
        return most.multiply(BigDecimal.TWO).compareTo(gasCost.multiply(ATTACK_GAS)) > 0;
    }

    private boolean pays(Threat threat) {
        return threat.profit().compareTo(gasCost.multiply(ATTACK_GAS)) > 0;
    }

    /** The loosest minimum at which no sandwich pays, or where one pays all the same, the one that leaves it {@code maxLoss}. */
    private SandwichBound tightened(SwapQuote quote, List<SandwichAttack> attacks, TokenAmount loosest) {
        BigInteger paying = quote.amountOut().minus(loosest).raw();
        BigInteger safe = BigInteger.ZERO;
        for (int step = 0; step < STEPS; step++) {
            BigInteger middle = safe.add(paying).shiftRight(1);
            if (worst(quote, attacks, less(quote, middle)).filter(this::pays).isPresent()) {
                paying = middle;
            } else {
                safe = middle;
            }
        }
        BigInteger floor = HONEST.of(quote.amountOut().raw()).add(BigInteger.ONE);
        BigInteger left = safe.max(maxLoss.of(quote.amountOut().raw())).max(floor);
        TokenAmount minOut = less(quote, left.min(quote.amountOut().minus(loosest).raw()));
        return bound(quote, minOut, worst(quote, attacks, minOut));
    }

    private static TokenAmount less(SwapQuote quote, BigInteger units) {
        return quote.amountOut().minus(new TokenAmount(quote.out(), units));
    }

    private Optional<Threat> worst(SwapQuote quote, List<SandwichAttack> attacks, TokenAmount minOut) {
        List<TokenAmount> least =
                quote.parts().stream().map(part -> quote.least(part, minOut)).toList();
        return attacks.stream()
                .flatMap(attack -> attack.best(attack.largest(least)).stream()
                        .map(outcome -> new Threat(attack, outcome, attack.inTokenIn(outcome.profit()))))
                .max(Comparator.comparing(Threat::profit));
    }

    private SandwichBound bound(SwapQuote quote, TokenAmount minOut, Optional<Threat> threat) {
        TokenAmount least = quote.parts().stream()
                .map(part -> quote.least(part, minOut))
                .reduce(TokenAmount::plus)
                .orElseThrow();
        Hop first = quote.parts().get(0).route().hops().get(0);
        Hop hop = threat.map(found -> found.attack().hop()).orElse(first);
        return new SandwichBound(
                minOut,
                quote.amountOut().minus(least),
                hop.pool(),
                new TokenAmount(hop.in(), threat.map(found -> found.outcome().front()).orElse(BigInteger.ZERO)),
                new TokenAmount(hop.in(), threat.map(found -> found.outcome().profit()).orElse(BigInteger.ZERO)),
                threat.filter(this::pays).isPresent());
    }
}
