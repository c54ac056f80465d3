package io.ballast.lab.backtest.scenario;

import io.ballast.agent.AgentConfiguration;
import io.ballast.base.config.Problem;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.Token;
import io.ballast.base.units.TokenAmount;
import io.ballast.lab.data.SeriesName;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A scenario, resolved and free of problems.
 *
 * @param name of its file without the ending
 * @param written as it stands in the file
 * @param agent strategy, limits and universe; its pools are those of the scenario
 * @param start one amount for every token of the universe, in its order
 * @param store of prices; the folder above which relative paths start is applied
 * @param series of each token whose price is not fixed at 1 USD, by token
 * @param csv files of bars by token that stand in for the store; empty where there is one
 * @param pools folder of recorded events, for model events
 * @param beside what judges are told besides
 * @param warnings to be shown once
 * @param hash of everything that the files say
 */
public record Scenario(
        String name,
        ScenarioFile written,
        AgentConfiguration agent,
        List<TokenAmount> start,
        Path store,
        Map<Token, SeriesName> series,
        Map<Token, Path> csv,
        Optional<Path> pools,
        Fills fills,
        SideFacts beside,
        List<Problem> warnings,
        Hash32 hash) {
    public Scenario {
        start = List.copyOf(start);
        series = Map.copyOf(series);
        csv = Map.copyOf(csv);
        warnings = List.copyOf(warnings);
    }

    /** The same with other amounts at the start. */
    public Scenario starting(List<TokenAmount> amounts) {
        return new Scenario(name, written, agent, amounts, store, series, csv, pools, fills, beside, warnings, hash);
    }
}
