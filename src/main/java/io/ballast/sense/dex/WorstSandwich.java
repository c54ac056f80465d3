package io.ballast.sense.dex;

import io.ballast.base.units.PoolId;
import io.ballast.base.units.TokenAmount;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An attacker who takes of a swap all that its least amounts allow, whether that pays or not: in the first pool of each route he swaps
 * in its direction just before, as much as still leaves every part its least amount, and all of it back just after. What the
 * providers of those pools earn of him stays with them. Exact to a unit of what he pays. Used once, by one thread.
 */
public final class WorstSandwich {
    /** Pools run out of tokens long before. */
    private static final int DOUBLINGS = 64;

    private final List<RoutePart> parts;
    private final Map<PoolId, PoolState> pools;
    private final BigInteger[] fronts;

    private WorstSandwich(List<RoutePart> parts, List<PoolState> pools) {
        this.parts = parts;
        this.pools = pools.stream().collect(Collectors.toMap(PoolState::id, Function.identity()));
        this.fronts = new BigInteger[parts.size()];
        Arrays.fill(fronts, BigInteger.ZERO);
    }

    /**
     * What the swap gives between the attacker's swaps, and what these and it leave behind.
     *
     * @param parts of one swap, in the order of execution
     * @param pools as all three find them
     * @throws IllegalArgumentException if a part gives less than its least amount without any attack
     */
    public static Passage of(List<RoutePart> parts, List<PoolState> pools) {
        WorstSandwich attack = new WorstSandwich(parts, pools);
        if (attack.executed().isEmpty()) {
            throw new IllegalArgumentException("a swap that fails by itself cannot be attacked");
        }
        for (int part = 0; part < parts.size(); part++) {
            attack.enlarge(part);
        }
        return attack.executed().orElseThrow();
    }

    /** The largest front-run of one part beside those of the others, by halves. */
    private void enlarge(int part) {
        BigInteger low = BigInteger.ZERO;
        BigInteger high = parts.get(part).amountIn().raw();
        for (int doubling = 0; doubling < DOUBLINGS && leavesEnough(part, high); doubling++) {
            low = high;
            high = high.shiftLeft(1);
        }
        while (high.subtract(low).compareTo(BigInteger.ONE) > 0) {
            BigInteger middle = low.add(high).shiftRight(1);
            if (leavesEnough(part, middle)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        fronts[part] = low;
    }

    private boolean leavesEnough(int part, BigInteger front) {
        fronts[part] = front;
        return executed().isPresent();
    }

    /** All three; empty if a part gets less than its least amount, or a pool cannot take one of the swaps. */
    private Optional<Passage> executed() {
        try {
            PoolsInUse used = new PoolsInUse(pools);
            List<TokenAmount> bought = frontRun(used);
            TokenAmount sum = TokenAmount.zero(parts.getFirst().minOut().token());
            for (RoutePart part : parts) {
                TokenAmount out = used.through(part.route(), part.amountIn());
                if (out.compareTo(part.minOut()) < 0) {
                    return Optional.empty();
                }
                sum = sum.plus(out);
            }
            backRun(bought, used);
            return Optional.of(new Passage(sum, used.touched()));
        } catch (InsufficientLiquidityException tooMuch) {
            return Optional.empty();
        }
    }

    /** What the attacker buys in the first pool of each route. */
    private List<TokenAmount> frontRun(PoolsInUse used) {
        List<TokenAmount> bought = new ArrayList<>();
        for (int i = 0; i < fronts.length; i++) {
            Hop first = first(i);
            bought.add(
                    fronts[i].signum() == 0
                            ? TokenAmount.zero(first.out())
                            : used.swap(first, new TokenAmount(first.in(), fronts[i]))
                                    .amountOut());
        }
        return bought;
    }

    private void backRun(List<TokenAmount> bought, PoolsInUse used) {
        for (int i = fronts.length - 1; i >= 0; i--) {
            if (!bought.get(i).isZero()) {
                used.swap(first(i).reversed(), bought.get(i));
            }
        }
    }

    private Hop first(int part) {
        return parts.get(part).route().hops().getFirst();
    }
}
