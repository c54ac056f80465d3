package io.ballast.sense.dex;

import io.ballast.base.units.Bps;
import io.ballast.base.units.PoolId;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An exact quote of a swap at one block: one transaction of one router, along one route or split over several. The parts are
 * executed in the order given, each on the pools as the one before leaves them.
 *
 * @param amountIn sum of the parts'
 * @param amountOut sum of the parts'
 * @param parts one to three, in the order of execution
 * @param after states of the pools touched, each once, after the last part
 * @param priceImpact mean of the parts', weighted by amount in, rounded up to a basis point
 * @param feeShare mean of the parts', weighted by amount in, in [0, 1)
 * @param gas units of gas the transaction is expected to use; an upper estimate for costing, not the transaction's limit
 */
public record SwapQuote(
        TokenAmount amountIn,
        TokenAmount amountOut,
        List<RouteQuote> parts,
        List<PoolState> after,
        Bps priceImpact,
        BigDecimal feeShare,
        long gas) {
    /** Most parts of one swap. */
    public static final int MOST_PARTS = 3;

    private static final int SHARE_DIGITS = 18;

    public SwapQuote {
        parts = List.copyOf(parts);
        after = List.copyOf(after);
        if (parts.isEmpty() || parts.size() > MOST_PARTS) {
            throw new IllegalArgumentException("a swap has 1 to " + MOST_PARTS + " parts, had " + parts.size());
        }
        requireSum(amountIn, sumIn(parts));
        requireSum(amountOut, sumOut(parts));
    }

    private static void requireSum(TokenAmount told, TokenAmount summed) {
        if (!told.equals(summed)) {
            throw new IllegalArgumentException("the parts sum to " + summed + " where the swap says " + told);
        }
    }

    /**
     * A swap of parts that were quoted one after the other.
     *
     * @param after states of the pools touched, each once
     */
    public static SwapQuote of(List<RouteQuote> parts, List<PoolState> after) {
        TokenAmount in = sumIn(parts);
        return new SwapQuote(
                in, sumOut(parts), parts, after, impact(parts, in), feeShare(parts, in), SwapGas.of(parts));
    }

    public Token in() {
        return amountIn.token();
    }

    public Token out() {
        return amountOut.token();
    }

    /** Pools touched, each once, in the order of execution. */
    public List<PoolId> pools() {
        Set<PoolId> pools = new LinkedHashSet<>();
        for (RouteQuote part : parts) {
            for (Hop hop : part.route().hops()) {
                pools.add(hop.pool());
            }
        }
        return List.copyOf(pools);
    }

    /** What goes along each route. */
    public List<Portion> portions() {
        return parts.size() == 1
                ? List.of(portion(parts.getFirst()))
                : parts.stream().map(SwapQuote::portion).toList();
    }

    private static Portion portion(RouteQuote part) {
        return new Portion(part.route(), part.amountIn());
    }

    /** Another amount in the same proportions, rounded down; the first part takes what is left. */
    public List<Portion> portions(TokenAmount whole) {
        List<Portion> portions = new ArrayList<>();
        TokenAmount rest = whole;
        for (RouteQuote part : parts.subList(1, parts.size())) {
            TokenAmount share =
                    new TokenAmount(in(), FullMath.mulDiv(part.amountIn().raw(), whole.raw(), amountIn.raw()));
            rest = rest.minus(share);
            if (!share.isZero()) {
                portions.add(new Portion(part.route(), share));
            }
        }
        portions.add(0, new Portion(parts.get(0).route(), rest));
        return portions;
    }

    /**
     * The least that a part may give: its share of the whole's minimum, rounded up, so that the parts' sum is never below it.
     *
     * @param minOut of the whole, at most the quote
     */
    public TokenAmount least(RouteQuote part, TokenAmount minOut) {
        return new TokenAmount(out(), FullMath.mulDivRoundingUp(part.amountOut().raw(), minOut.raw(), amountOut.raw()));
    }

    /** The parts with their {@link #least}, as a router takes them; {@code minOut} is greater than zero. */
    public List<RoutePart> atLeast(TokenAmount minOut) {
        return parts.stream()
                .map(part -> new RoutePart(part.route(), part.amountIn(), least(part, minOut)))
                .toList();
    }

    /** For people: {@code WETH→USDC v3/0.05%}, or {@code 62% WETH→USDC v3/0.05% + 38% WETH→USDC v2/0.3%}. */
    public String route() {
        return parts.size() == 1
                ? parts.get(0).route().toString()
                : parts.stream()
                        .map(part -> percent(part.amountIn(), amountIn) + " " + part.route())
                        .collect(Collectors.joining(" + "));
    }

    private static String percent(TokenAmount part, TokenAmount whole) {
        BigDecimal share = new BigDecimal(part.raw())
                .movePointRight(2)
                .divide(new BigDecimal(whole.raw()), 1, RoundingMode.HALF_EVEN);
        return share.stripTrailingZeros().toPlainString() + "%";
    }

    private static TokenAmount sumIn(List<RouteQuote> parts) {
        TokenAmount sum = parts.getFirst().amountIn();
        for (RouteQuote part : parts.subList(1, parts.size())) {
            sum = sum.plus(part.amountIn());
        }
        return sum;
    }

    private static TokenAmount sumOut(List<RouteQuote> parts) {
        TokenAmount sum = parts.getFirst().amountOut();
        for (RouteQuote part : parts.subList(1, parts.size())) {
            sum = sum.plus(part.amountOut());
        }
        return sum;
    }

    private static Bps impact(List<RouteQuote> parts, TokenAmount whole) {
        if (parts.size() == 1) {
            return parts.getFirst().priceImpact();
        }
        BigInteger weighted = parts.stream()
                .map(part -> part.amountIn()
                        .raw()
                        .multiply(BigInteger.valueOf(part.priceImpact().value())))
                .reduce(BigInteger.ZERO, BigInteger::add);
        return new Bps(FullMath.divRoundingUp(weighted, whole.raw()).intValueExact());
    }

    private static BigDecimal feeShare(List<RouteQuote> parts, TokenAmount whole) {
        if (parts.size() == 1) {
            return parts.get(0).feeShare();
        }
        return parts.stream()
                .map(part ->
                        part.feeShare().multiply(new BigDecimal(part.amountIn().raw())))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(new BigDecimal(whole.raw()), SHARE_DIGITS, RoundingMode.HALF_EVEN);
    }
}
