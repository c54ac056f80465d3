package io.ballast.lab.backtest.scenario;

import io.ballast.agent.AgentConfiguration;
import io.ballast.base.config.Bound;
import io.ballast.base.config.ConfigLoader;
import io.ballast.base.config.Problems;
import io.ballast.base.config.ShowConfig;
import io.ballast.base.config.Symbol;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.lab.data.SeriesName;
import io.ballast.sense.market.Universe;
import io.ballast.think.model.Sha256;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rest of a scenario, once strategy, network and limits are known. */
record ScenarioResolution(
        Path file,
        Path root,
        Bound<ScenarioFile> scenario,
        AgentConfiguration agent,
        ConfigLoader loader,
        Problems problems) {

    Optional<Scenario> of(Fills fills) {
        List<TokenAmount> start = start();
        Map<Token, SeriesName> series = series();
        Map<Token, Path> csv = new ScenarioCsv(root, scenario, agent, problems).files();
        SideFacts beside = new ScenarioSides(root, scenario, agent, loader, problems).facts();
        checkTimes(fills);
        scenario.value().data().prices().synthetic().ifPresent(this::checkSynthetic);
        if (problems.hasErrors()) {
            return Optional.empty();
        }
        ScenarioFile written = scenario.value();
        return Optional.of(new Scenario(
                name(),
                written,
                agent,
                start,
                root.resolve(written.data().prices().store()),
                series,
                csv,
                written.data().pools().map(pools -> root.resolve(pools.store())),
                fills,
                beside,
                problems.warnings(),
                hash(fills)));
    }

    private String name() {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(".yaml") ? name.substring(0, name.length() - ".yaml".length()) : name;
    }

    /** Of all that decides what the run does: prices of gas as well, which lie in a file of their own. */
    private Hash32 hash(Fills fills) {
        List<ShowConfig> parts = new ArrayList<>(List.of(ShowConfig.of(scenario)));
        agent.shown().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(part -> parts.add(part.getValue()));
        String text = ShowConfig.digest(parts);
        return new Hash32("0x"
                + (scenario.value().fills().gas().flatMap(FillsFile.GasSource::history).isPresent()
                        ? new Sha256().add(text).add(String.valueOf(fills)).hex()
                        : text));
    }

    private List<TokenAmount> start() {
        Universe universe = agent.universe();
        scenario.value().start().keySet().stream()
                .filter(symbol -> universe.tokens().stream().noneMatch(token -> is(token, symbol)))
                .forEach(symbol -> scenario.problem(
                        problems, "start." + symbol, "\"" + symbol + "\" is not in the strategy's universe"));
        return universe.tokens().stream().map(this::start).toList();
    }

    private TokenAmount start(Token token) {
        Symbol symbol = new Symbol(token.symbol());
        Amount amount = scenario.value().start().get(symbol);
        if (amount == null) {
            return TokenAmount.zero(token);
        }
        if (amount.whole().stripTrailingZeros().scale() > token.decimals()) {
            scenario.problem(problems, "start." + symbol, "is finer than " + token.decimals() + " decimals");
            return TokenAmount.zero(token);
        }
        return TokenAmount.of(token, amount.whole());
    }

    private static boolean is(Token token, Symbol symbol) {
        return token.symbol().equals(symbol.text());
    }

    private Map<Token, SeriesName> series() {
        DataFile.PricesFile prices = scenario.value().data().prices();
        Token cash = agent.universe().cash();
        Map<Token, SeriesName> series = new HashMap<>();
        for (Token token : agent.universe().tokens()) {
            Optional<SeriesName> given = Optional.ofNullable(prices.series().get(new Symbol(token.symbol())));
            given.or(() -> token.equals(cash)
                            ? Optional.empty()
                            : Optional.of(new SeriesName(token.symbol() + "-" + cash.symbol())))
                    .ifPresent(name -> series.put(token, name));
        }
        return series;
    }

    private void checkSynthetic(DataFile.SyntheticFile made) {
        for (Token token : agent.universe().tokens()) {
            Amount price = made.start().get(new Symbol(token.symbol()));
            String path = "data.prices.synthetic.start";
            if (price == null && !token.equals(agent.universe().cash())) {
                scenario.problem(problems, path, "has no price of " + token);
            } else if (price != null && price.whole().signum() == 0) {
                scenario.problem(problems, path + "." + token, "is zero");
            }
        }
    }

    private void checkTimes(Fills fills) {
        Duration timeframe = agent.strategy().timeframe();
        scenario.value()
                .data()
                .prices()
                .timeframe()
                .filter(given -> !given.equals(timeframe))
                .ifPresent(given -> scenario.problem(
                        problems,
                        "data.prices.timeframe",
                        "is " + given.toSeconds() + "s, expected the " + timeframe.toSeconds() + "s of strategy "
                                + agent.strategy().name()));
        Duration block = agent.network().file().blockTime();
        int delay = switch (fills) {
            case Fills.Bars bars -> bars.delay();
            case Fills.Events events -> events.delay();
            case Fills.Proportional flat -> 0;
        };
        if (block.multipliedBy(delay).compareTo(timeframe) >= 0) {
            scenario.problem(problems, "fills.delay", "is a whole bar or more, so orders would meet the next decision");
        }
    }
}
