package io.ballast.agent;

import io.ballast.act.risk.RiskLimits;
import io.ballast.base.config.Endpoint;
import io.ballast.base.units.Address;
import io.ballast.base.units.Usd;
import io.ballast.base.units.Wei;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The agent's file, resolved: every default filled in, every path absolute or relative to the working directory.
 *
 * @param owner the account that trades
 * @param keystore present where transactions are signed
 * @param passphraseFile present where transactions are signed
 * @param withdrawTo present where transactions are signed
 * @param capital most that is ever invested
 * @param nodes best first
 * @param nodeRules what is asked of them
 * @param sync how pools are kept current
 * @param maxHeadLag age of the newest block beyond which nothing is decided
 * @param confirmations blocks after which a transaction counts as confirmed
 * @param tip per unit of gas
 * @param sending how transactions get into a block
 * @param limits in force for the strategy
 */
public record AgentSettings(
        Mode mode,
        Address owner,
        Optional<Path> keystore,
        Optional<Path> passphraseFile,
        Optional<Address> withdrawTo,
        Usd capital,
        List<Endpoint> nodes,
        NodeRules nodeRules,
        SyncSettings sync,
        Duration maxHeadLag,
        int confirmations,
        Wei tip,
        Path journal,
        Path models,
        SendingFile sending,
        RiskLimits limits) {
    public AgentSettings {
        nodes = List.copyOf(nodes);
    }
}
