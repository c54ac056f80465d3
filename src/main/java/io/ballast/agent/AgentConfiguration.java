package io.ballast.agent;

import io.ballast.base.config.ConfigException;
import io.ballast.base.config.Position;
import io.ballast.base.config.Problem;
import io.ballast.base.config.ShowConfig;
import io.ballast.base.units.Hash32;
import io.ballast.sense.market.Network;
import io.ballast.sense.market.Universe;
import io.ballast.think.strategy.Strategy;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything the files say, resolved and free of problems.
 *
 * @param warnings to be shown once
 * @param shown the effective configuration by part: {@code agent}, {@code strategy}, {@code network}
 * @param digest SHA-256 over the effective configuration, lower-case hex; secrets, origins and the mode are not part of it
 * @param files the same of its parts
 * @param accepted first digits of a digest that a person accepts, though the journal knows another
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
        Map<String, Hash32> files,
        Optional<String> accepted,
        Position chainIdAt) {
    public AgentConfiguration {
        warnings = List.copyOf(warnings);
        files = Map.copyOf(files);
    }

    /** The same, accepted by a person who names the first digits of its digest. */
    public AgentConfiguration accepting(String digits) {
        return new AgentConfiguration(
                settings, strategy, universe, network, warnings, shown, digest, files, Optional.of(digits), chainIdAt);
    }

    /** The digest as the journal keeps it. */
    Hash32 hash() {
        return new Hash32("0x" + digest);
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
