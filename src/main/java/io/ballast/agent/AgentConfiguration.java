package io.ballast.agent;

import io.ballast.base.config.ConfigException;
import io.ballast.base.config.Position;
import io.ballast.base.config.Problem;
import io.ballast.base.config.ShowConfig;
import io.ballast.sense.market.Network;
import io.ballast.sense.market.Universe;
import io.ballast.think.strategy.Strategy;
import java.util.List;
import java.util.Map;

/**
 * Everything the files say, resolved and free of problems.
 *
 * @param warnings to be shown once
 * @param shown the effective configuration by part: {@code agent}, {@code strategy}, {@code network}
 * @param digest SHA-256 over the effective configuration, lower-case hex; secrets and origins are not part of it
 * @param chainIdAt where the network file says its chain id
 */
public record AgentConfiguration(
        AgentSettings settings,
        Strategy strategy,
        Universe universe,
        Network network,
        List<Problem> warnings,
        Map<String, ShowConfig> shown,
        String digest,
        Position chainIdAt) {
    public AgentConfiguration {
        warnings = List.copyOf(warnings);
    }

    /**
     * Goes on only if the node is on the chain that the network file means.
     *
     * @throws ConfigException if it is not
     */
    public void confirmChain(long actual) {
        long wanted = network.file().chainId();
        if (actual != wanted) {
            String message = "is " + wanted + ", but the node says that it is on chain " + actual;
            throw new ConfigException(List.of(new Problem(Problem.Severity.ERROR, chainIdAt, "chain_id", message)));
        }
    }
}
