package io.ballast.agent;

import io.ballast.act.execution.FlowRules;
import io.ballast.act.execution.GasTopUp;
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
 * @param signer present where another process signs
 * @param keystore present where this process signs
 * @param passphraseFile present where this process signs
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
 * @param flows what to do about transfers that are not ours
 * @param reconcileEvery blocks between two comparisons of books and chain
 * @param topUp when coins are unwrapped for gas; never if empty
 */
public record AgentSettings(
        Mode mode,
        Address owner,
        Optional<SignerPlace> signer,
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
        Optional<ControlFile> control,
        Path models,
        SendingFile sending,
        RiskLimits limits,
        FlowRules flows,
        int reconcileEvery,
        Optional<GasTopUp> topUp) {
    public AgentSettings {
        nodes = List.copyOf(nodes);
    }
}
