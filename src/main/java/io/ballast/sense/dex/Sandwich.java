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

    private record Threat(SandwichAttack attack, SandwichAttack.Outcome outcome, BigDecimal profit) {}

    /**
     * The bound of one swap.
     *
     * @param pools states that the quote was made on
     */
    public SandwichBound of(SwapQuote quote, List<PoolState> pools) {
        TokenAmount loosest = quote.amountOut().minus(quote.amountOut().times(maxSlippage));
        if (!canPay(quote) || quote.after().stream().allMatch(FlatPool.class::isInstance)) {
            // Where taking it does not pay, or nobody can move a price.
            return bound(quote, loosest, Optional.empty());
        }
        Map<PoolId, PoolState> states = new HashMap<>();
        pools.forEach(pool -> states.put(pool.id(), pool));
        List<SandwichAttack> attacks = SandwichAttack.on(quote, states).stream()
                .filter(attack -> attack.mayPay(maxSlippage.fraction().doubleValue()))
                .toList();
        Optional<Threat> threat = worst(quote, attacks, loosest);
        return threat.filter(this::pays).isEmpty() ? bound(quote, loosest, threat) : tightened(quote, attacks, loosest);
    }

    /** Whether all that can be taken would be more than the gas, with a wide margin for the price after us. */
    private boolean canPay(SwapQuote quote) {
        BigDecimal most = new BigDecimal(quote.amountIn().raw()).multiply(maxSlippage.fraction());
        return most.multiply(BigDecimal.TWO).compareTo(gasOfAttack()) > 0;
    }

    private boolean pays(Threat threat) {
        return threat.profit().compareTo(gasOfAttack()) > 0;
    }

    /** The loosest minimum at which no sandwich pays, or where one pays all the same, the one that leaves it {@code maxLoss}. */
    private SandwichBound tightened(SwapQuote quote, List<SandwichAttack> attacks, TokenAmount loosest) {
        BigInteger out = quote.amountOut().raw();
        double kept = attacks.stream()
                .mapToDouble(attack -> harmlessShare(quote, attack, loosest))
                .max()
                .orElse(1);
        BigInteger safe = new BigDecimal(out.doubleValue() * (1 - kept)).toBigInteger();
        BigInteger floor = HONEST.of(out).add(BigInteger.ONE);
        BigInteger left = safe.max(maxLoss.of(out)).max(floor);
        TokenAmount minOut = quote.amountOut()
                .minus(new TokenAmount(
                        quote.out(), left.min(quote.amountOut().minus(loosest).raw())));
        return bound(quote, minOut, worst(quote, attacks, minOut));
    }

    /** The share of the quote that must be kept for an attack on one pool not to pay. */
    private double harmlessShare(SwapQuote quote, SandwichAttack attack, TokenAmount loosest) {
        return best(quote, attack, loosest)
                .filter(this::pays)
                .map(threat -> harmlessShare(attack, attack.harmless(threat.outcome(), gasOfAttack())))
                .orElse(share(quote, loosest));
    }

    /** Where even the smallest attack pays, all of the quote. */
    private static double harmlessShare(SandwichAttack attack, BigInteger front) {
        return front.signum() == 0 ? 1 : attack.with(front).map(attack::kept).orElse(1.0);
    }

    private static double share(SwapQuote quote, TokenAmount minOut) {
        return minOut.raw().doubleValue() / quote.amountOut().raw().doubleValue();
    }

    private Optional<Threat> worst(SwapQuote quote, List<SandwichAttack> attacks, TokenAmount minOut) {
        return attacks.stream()
                .flatMap(attack -> best(quote, attack, minOut).stream())
                .max(Comparator.comparing(Threat::profit));
    }

    private static Optional<Threat> best(SwapQuote quote, SandwichAttack attack, TokenAmount minOut) {
        return attack.best(attack.largest(share(quote, minOut)))
                .map(outcome -> new Threat(attack, outcome, attack.inTokenIn(outcome.profit())));
    }

    private BigDecimal gasOfAttack() {
        return gasCost.multiply(ATTACK_GAS);
    }

    private SandwichBound bound(SwapQuote quote, TokenAmount minOut, Optional<Threat> threat) {
        TokenAmount least = TokenAmount.zero(quote.out());
        for (RouteQuote part : quote.parts()) {
            least = least.plus(quote.least(part, minOut));
        }
        Hop first = quote.parts().get(0).route().hops().get(0);
        Hop hop = threat.map(found -> found.attack().hop()).orElse(first);
        return new SandwichBound(
                minOut,
                quote.amountOut().minus(least),
                hop.pool(),
                new TokenAmount(
                        hop.in(), threat.map(found -> found.outcome().front()).orElse(BigInteger.ZERO)),
                new TokenAmount(
                        hop.in(), threat.map(found -> found.outcome().profit()).orElse(BigInteger.ZERO)),
                threat.filter(this::pays).isPresent());
    }
}
