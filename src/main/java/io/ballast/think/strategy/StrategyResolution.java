package io.ballast.think.strategy;

import io.ballast.base.config.Bound;
import io.ballast.base.config.Problems;
import io.ballast.base.config.Symbol;
import io.ballast.base.units.Bps;
import io.ballast.base.units.Token;
import io.ballast.sense.market.Network;
import io.ballast.sense.market.Universe;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Resolves a strategy's file against its network. */
public final class StrategyResolution {
    private StrategyResolution() {}

    /** What the strategy may see and touch; empty with problems at the strategy's lines. */
    public static Optional<Universe> universe(Bound<StrategyFile> file, Network network, Problems problems) {
        StrategyFile strategy = file.value();
        boolean tooShort = strategy.timeframe().compareTo(network.file().blockTime()) < 0;
        if (tooShort && file.clean(problems, "timeframe")) {
            file.problem(
                    problems,
                    "timeframe",
                    "is shorter than a block of " + network.file().name());
        }
        Optional<Universe> universe = network.universe(
                strategy.universe().keySet(),
                strategy.cash(),
                Set.copyOf(strategy.execution().venues()),
                (symbol, what) -> file.problem(problems, symbol.isEmpty() ? "network" : "universe." + symbol, what));
        universe.ifPresent(u -> u.tokens().stream()
                .filter(token -> !token.equals(u.cash()) && u.pools().stream().noneMatch(p -> touches(p, token)))
                .forEach(token -> problems.warning(
                        file.given().position("universe." + token),
                        "universe." + token,
                        "network " + network.file().name() + " pins no pool of " + token
                                + ", so it cannot be traded")));
        return universe;
    }

    private static boolean touches(io.ballast.sense.dex.PoolSpec pool, Token token) {
        return pool.token0().equals(token) || pool.token1().equals(token);
    }

    /**
     * The strategy over its universe. A token of the universe that the file does not weigh (the wrapper) gets no weight.
     *
     * @param maxSlippage after the agent's limit
     * @param maxPriceImpact after the agent's limit
     */
    public static Strategy strategy(StrategyFile file, Universe universe, Bps maxSlippage, Bps maxPriceImpact) {
        return new Strategy(
                file.name().text(),
                universe.cash(),
                allocations(file, universe),
                file.timeframe(),
                file.rebalance().noTradeBand().width(),
                file.rebalance().steps(),
                file.rebalance().minTrade(),
                file.scorer().choice(),
                maxSlippage,
                maxPriceImpact,
                file.execution().maxSandwichLoss(),
                file.execution().deadline(),
                file.cooldown());
    }

    private static List<Allocation> allocations(StrategyFile file, Universe universe) {
        return universe.tokens().stream()
                .map(token -> Optional.ofNullable(file.universe().get(new Symbol(token.symbol())))
                        .map(range -> new Allocation(token, range.target(), range.min(), range.max()))
                        .orElseGet(() -> new Allocation(token, Bps.ZERO, Bps.ZERO, Bps.ZERO)))
                .toList();
    }
}
