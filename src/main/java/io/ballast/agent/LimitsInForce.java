package io.ballast.agent;

import io.ballast.act.risk.LossRule;
import io.ballast.act.risk.Protections;
import io.ballast.act.risk.RiskLimits;
import io.ballast.act.risk.Spenders;
import io.ballast.act.risk.StandingRules;
import io.ballast.act.risk.TradeGuard;
import io.ballast.act.risk.TradeRules;
import io.ballast.base.config.Bound;
import io.ballast.base.config.Problems;
import io.ballast.base.config.Symbol;
import io.ballast.base.units.Address;
import io.ballast.base.units.Bps;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.PoolId;
import io.ballast.base.units.Token;
import io.ballast.sense.dex.PoolSpec;
import io.ballast.sense.dex.web3j.SwapContract;
import io.ballast.sense.dex.web3j.SwapRouter02;
import io.ballast.sense.dex.web3j.UniversalRouter;
import io.ballast.sense.dex.web3j.V2Router;
import io.ballast.sense.market.Universe;
import io.ballast.think.action.WeightBound;
import io.ballast.think.strategy.ProtectionFile.Method;
import io.ballast.think.strategy.StrategyFile;
import io.ballast.think.strategy.StrategyLimits;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Makes the risk limits out of the agent's file and the strategy's: of each the tighter one, while a strategy that asks for a
 * looser one is refused.
 *
 * @param agent every gap filled by its preset
 */
record LimitsInForce(AgentFile file, LimitsFile agent, Bound<StrategyFile> strategy, Problems problems) {
    private static final Duration EQUAL_WITHIN = Duration.ofHours(1);

    /** Says which limits of the strategy are looser than the agent's. */
    void refuseLooser() {
        StrategyLimits own = strategy.value().limits();
        tighter("limits.max_notional_per_trade", own.maxNotionalPerTrade(), agent.maxNotionalPerTrade());
        tighter("limits.max_notional_per_hour", own.maxNotionalPerHour(), agent.maxNotionalPerHour());
        tighter("limits.max_notional_per_day", own.maxNotionalPerDay(), agent.maxNotionalPerDay());
        tighter("limits.max_turnover_per_day", own.maxTurnoverPerDay(), agent.maxTurnoverPerDay());
        tighter("limits.max_trades_per_hour", own.maxTradesPerHour(), agent.maxTradesPerHour());
        tighter("limits.max_trades_per_day", own.maxTradesPerDay(), agent.maxTradesPerDay());
        tighter("limits.max_daily_loss", own.maxDailyLoss(), agent.maxDailyLoss());
        tighter("limits.max_drawdown", own.maxDrawdown(), agent.maxDrawdown().map(LimitsFile.DrawdownFile::value));
        tighter("execution.max_slippage", given("execution.max_slippage", slippage()), agent.maxSlippage());
        tighter("execution.max_price_impact", given("execution.max_price_impact", impact()), agent.maxPriceImpact());
        tighter("execution.deadline", given("execution.deadline", deadline()), agent.maxDeadline());
    }

    private Bps slippage() {
        return strategy.value().execution().maxSlippage();
    }

    private Bps impact() {
        return strategy.value().execution().maxPriceImpact();
    }

    private Duration deadline() {
        return strategy.value().execution().deadline();
    }

    /** A default may be looser: it is then simply cut. */
    private <T> Optional<T> given(String path, T value) {
        return strategy.given().contains(path) ? Optional.of(value) : Optional.empty();
    }

    private <T extends Comparable<T>> void tighter(String path, Optional<T> own, Optional<T> limit) {
        boolean looser = own.isPresent() && limit.isPresent() && own.get().compareTo(limit.get()) > 0;
        if (looser && strategy.clean(problems, path)) {
            String message = "is looser than the agent's " + shown(limit.get()) + ", a strategy may only tighten";
            strategy.problem(problems, path, message);
        }
    }

    private static String shown(Object limit) {
        return limit instanceof Duration time ? time.toSeconds() + "s" : limit.toString();
    }

    Bps slippageInForce() {
        return least(Optional.of(slippage()), agent.maxSlippage());
    }

    Bps impactInForce() {
        return least(Optional.of(impact()), agent.maxPriceImpact());
    }

    /** The limits over one universe. */
    RiskLimits over(Universe universe, GasInForce gas, Duration maxBlockAge, Duration blockTime) {
        StrategyLimits own = strategy.value().limits();
        return new RiskLimits(
                least(own.maxNotionalPerTrade(), agent.maxNotionalPerTrade()),
                least(own.maxNotionalPerDay(), agent.maxNotionalPerDay()),
                least(own.maxTurnoverPerDay(), agent.maxTurnoverPerDay()),
                impactInForce(),
                slippageInForce(),
                least(own.maxTradesPerHour(), agent.maxTradesPerHour()),
                gas.maxPrice(),
                gas.maxPerDay(),
                gas.reserve(),
                maxBlockAge,
                file.prices().sequencerGrace(),
                drawdown(own.maxDrawdown(), agent.maxDrawdown().orElseThrow()),
                addresses(universe.tokens()),
                pools(universe.pools()),
                spenders(universe),
                least(own.maxTradesPerDay(), agent.maxTradesPerDay()),
                longer(strategy.value().cooldown(), agent.cooldown()),
                new LossRule(
                        least(own.maxDailyLoss(), agent.maxDailyLoss()),
                        agent.dailyLossMustLast(),
                        agent.dailyLossAction()),
                file.prices().maxDeviation(),
                depeg(universe),
                agent.maxDeadline().orElseThrow(),
                universe.cash(),
                file.account().address(),
                file.account().withdrawTo(),
                trade(universe, gas),
                standing((int) Math.max(1, maxBlockAge.dividedBy(blockTime))));
    }

    private static LossRule drawdown(Optional<Bps> own, LimitsFile.DrawdownFile agent) {
        return new LossRule(least(own, Optional.of(agent.value())), agent.mustLast(), agent.action());
    }

    private TradeRules trade(Universe universe, GasInForce gas) {
        return new TradeRules(
                least(strategy.value().limits().maxNotionalPerHour(), agent.maxNotionalPerHour()),
                agent.maxSandwichLoss().orElseThrow(),
                agent.minBenefitOverCost(),
                agent.maxEqualTrades().orElseThrow(),
                EQUAL_WITHIN,
                agent.maxGasPerTrade().orElse(gas.maxPerDay()),
                bounds(universe));
    }

    private StandingRules standing(int blocksBehind) {
        SortedMap<Address, Hash32> accepted = new TreeMap<>();
        agent.acceptCode()
                .forEach(each -> accepted.put(each.address(), each.code().hash()));
        return new StandingRules(
                agent.maxFailures().orElseThrow(),
                agent.failurePause(),
                agent.maxBlocksBehind().orElse(blocksBehind),
                agent.depegMustLast().orElseThrow(),
                file.prices().witnesses(),
                agent.pinCode(),
                accepted,
                protections());
    }

    private Protections protections() {
        return new Protections(
                guard(Method.STOPLOSS_GUARD), guard(Method.MAX_DRAWDOWN), guard(Method.LOW_PROFIT_PAIRS));
    }

    private Optional<TradeGuard> guard(Method method) {
        return strategy.value()
                .protection(method)
                .map(rule -> new TradeGuard(
                        rule.lookback(), rule.tradeLimit(), rule.level().orElseThrow(), rule.stopDuration()));
    }

    private List<WeightBound> bounds(Universe universe) {
        return universe.tokens().stream()
                .map(token -> Optional.ofNullable(strategy.value().universe().get(new Symbol(token.symbol())))
                        .map(range -> new WeightBound(token, range.min(), range.max()))
                        .orElseGet(() -> new WeightBound(token, Bps.ZERO, Bps.ZERO)))
                .toList();
    }

    private static <T extends Comparable<T>> T least(Optional<T> own, Optional<T> limit) {
        T most = limit.orElseThrow();
        return own.filter(value -> value.compareTo(most) < 0).orElse(most);
    }

    private static Duration longer(Duration a, Optional<Duration> b) {
        return b.filter(other -> other.compareTo(a) > 0).orElse(a);
    }

    private static Set<Address> addresses(List<Token> tokens) {
        return Set.copyOf(tokens.stream().map(Token::address).toList());
    }

    private static Spenders spenders(Universe universe) {
        Set<Address> direct = new HashSet<>();
        Set<Address> viaPermit2 = new HashSet<>();
        Optional<Address> permit2 = Optional.empty();
        for (SwapContract router : universe.routers()) {
            switch (router) {
                case UniversalRouter universal -> {
                    viaPermit2.add(universal.address());
                    permit2 = Optional.of(universal.permit2());
                }
                case SwapRouter02 plain -> direct.add(plain.address());
                case V2Router plain -> direct.add(plain.address());
            }
        }
        return new Spenders(direct, viaPermit2, permit2);
    }

    private static Set<PoolId> pools(List<PoolSpec> pools) {
        return Set.copyOf(pools.stream().map(PoolSpec::id).toList());
    }

    private Map<Token, Bps> depeg(Universe universe) {
        Map<Token, Bps> limits = new LinkedHashMap<>();
        Map<Symbol, Bps> bySymbol = agent.depeg().orElseThrow();
        universe.tokens()
                .forEach(token -> Optional.ofNullable(bySymbol.get(new Symbol(token.symbol())))
                        .ifPresent(limit -> limits.put(token, limit)));
        return limits;
    }
}
