package io.ballast.agent;

import io.ballast.think.model.ActionScorer;
import io.ballast.think.model.LoadedModel;
import io.ballast.think.model.ModelRefusedException;
import io.ballast.think.model.NetworkScorer;
import io.ballast.think.model.dl4j.ModelStore;
import io.ballast.think.strategy.ScorerChoice.ModelChoice;
import io.ballast.think.strategy.ScorerChoice.Role;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads the model that a strategy names, if it may be asked. */
public final class Scorers {
    private static final Logger LOG = LoggerFactory.getLogger(Scorers.class);

    private Scorers() {}

    /**
     * The model, or empty when the strategy has none or it is too old; the rule decides alone then.
     *
     * @throws ModelRefusedException if the files are not the pinned ones, or the role asks for more than the model's gate allows
     */
    public static Optional<ActionScorer> model(AgentConfiguration config, Instant now) {
        return config.strategy().scorer().model().flatMap(choice -> load(config, choice, now));
    }

    private static Optional<ActionScorer> load(AgentConfiguration config, ModelChoice choice, Instant now) {
        LoadedModel model = new ModelStore(config.settings().models()).load(choice.name(), choice.sha256());
        NetworkScorer scorer = new NetworkScorer(model);
        boolean devnet = config.universe().chainId() == AgentLoader.DEVNET;
        if (choice.role() == Role.RANK && !devnet && !model.card().gate().passed()) {
            scorer.close();
            throw new ModelRefusedException(
                    choice.name(),
                    "did not pass its gate, so its role can only be veto: "
                            + model.card().gate().verdict());
        }
        if (model.card().isStale(now, choice.maxAge())) {
            LOG.warn(
                    "model {} was trained at {} and is too old; the rule decides",
                    choice.name(),
                    model.card().trainedAt());
            scorer.close();
            return Optional.empty();
        }
        return Optional.of(scorer);
    }
}
