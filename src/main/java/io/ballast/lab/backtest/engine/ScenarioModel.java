package io.ballast.lab.backtest.engine;

import io.ballast.agent.Scorers;
import io.ballast.lab.backtest.scenario.Scenario;
import io.ballast.think.model.ActionScorer;
import io.ballast.think.model.ModelCard;
import io.ballast.think.model.ModelRefusedException;
import io.ballast.think.model.NetworkScorer;
import java.time.Instant;
import java.util.Optional;

/**
 * The model of a scenario's strategy, loaded by the same checks as live, at the time at which the period starts.
 *
 * @param scorer empty if the strategy has none, or if it would have been too old to be asked
 */
public record ScenarioModel(Optional<ActionScorer> scorer, Instant start) implements AutoCloseable {

    /** @throws ModelRefusedException if its files are not the pinned ones, or its gate forbids its role */
    public static ScenarioModel of(Scenario scenario) {
        Instant start = scenario.written().period().start();
        return new ScenarioModel(Scorers.model(scenario.agent(), start), start);
    }

    /** SHA-256 of its card, lower-case hex. */
    public Optional<String> sha256() {
        return scorer.map(found -> found.info().sha256());
    }

    /** What makes the result no evidence: the model has seen the period, or was made later. */
    public Optional<String> hindsight() {
        return card().filter(card -> card.training().overlaps(start))
                .map(card -> "Model " + card.name() + " was trained on bars up to "
                        + card.training().to() + ": the period begins earlier, so it may know what comes.");
    }

    private Optional<ModelCard> card() {
        return scorer.flatMap(
                found -> found instanceof NetworkScorer network ? Optional.of(network.card()) : Optional.empty());
    }

    @Override
    public void close() {
        scorer.ifPresent(ActionScorer::close);
    }
}
