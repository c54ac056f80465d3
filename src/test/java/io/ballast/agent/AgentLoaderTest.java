package io.ballast.agent;

import static io.ballast.agent.ConfigSandbox.AGENT;
import static io.ballast.agent.ConfigSandbox.STRATEGY;
import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.act.risk.RiskLimits;
import io.ballast.base.config.Problem;
import io.ballast.base.units.Bps;
import io.ballast.base.units.Usd;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentLoaderTest {
    @TempDir
    Path directory;

    @Test
    void saysEveryProblemOfAllFilesAtOnceInTheirOrder() {
        ConfigSandbox sandbox = new ConfigSandbox(directory);
        sandbox.edit(AGENT, "50000 USD", "50000");
        sandbox.write(
                STRATEGY,
                ConfigSandbox.original(STRATEGY)
                        .replace("max_slippage", "max_slipage")
                        .replace("target: 60%", "target: 61%")
                        .replace("deadline: 60s", "deadline: 60")
                        .getBytes(StandardCharsets.UTF_8));
        sandbox.edit(ConfigSandbox.NETWORK, "decimals: 6", "decimals: six");

        assertThat(sandbox.problems())
                .extracting(line -> line.substring(0, line.indexOf(": ")))
                .containsExactly(
                        "config/agent.yaml:7:8",
                        "config/networks/testnet.yaml:19:15",
                        "strategies/core.yaml:6:3",
                        "strategies/core.yaml:13:3",
                        "strategies/core.yaml:14:13");
    }

    @Test
    void thePresetScalesWithTheCapitalAndGivenLimitsOverrideIt() {
        RiskLimits limits = new ConfigSandbox(directory)
                .edit(AGENT, "max_notional_per_trade: 5000 USD", "max_notional_per_trade: 1000 USD")
                .load()
                .settings()
                .limits();

        assertThat(limits.maxNotionalPerTrade()).isEqualTo(Usd.of(1_000));
        assertThat(limits.maxNotionalPerDay()).isEqualTo(Usd.of(15_000));
        assertThat(limits.maxTradesPerDay()).isEqualTo(12);
        assertThat(limits.drawdown().max()).isEqualTo(new Bps(1_200));
        assertThat(limits.depeg()).hasSize(1);
    }

    @Test
    void zeroMeansThatNoneIsAllowed() {
        RiskLimits limits = new ConfigSandbox(directory)
                .edit(AGENT, "max_notional_per_trade: 5000 USD", "max_trades_per_day: 0")
                .load()
                .settings()
                .limits();

        assertThat(limits.maxTradesPerDay()).isZero();
    }

    @Test
    void theTighterOfBothLimitsIsInForce() {
        RiskLimits limits = new ConfigSandbox(directory)
                .edit(
                        STRATEGY,
                        "scorer:\n",
                        "limits: {max_trades_per_day: 3, max_notional_per_hour: 77 USD, max_drawdown: 5%}\nscorer:\n")
                .load()
                .settings()
                .limits();

        assertThat(limits.maxTradesPerDay()).isEqualTo(3);
        assertThat(limits.trade().maxNotionalPerHour()).isEqualTo(Usd.of(77));
        assertThat(limits.drawdown().max()).isEqualTo(new Bps(500));
        assertThat(limits.maxSlippage()).isEqualTo(new Bps(30));
    }

    @Test
    void aDefaultOfTheStrategyIsCutToTheAgentsLimit() {
        AgentConfiguration configuration = new ConfigSandbox(directory)
                .edit(AGENT, "max_notional_per_trade: 5000 USD", "max_price_impact: 5bps")
                .load();

        assertThat(configuration.strategy().maxPriceImpact()).isEqualTo(new Bps(5));
        assertThat(configuration.settings().limits().maxPriceImpact()).isEqualTo(new Bps(5));
    }

    @Test
    void theCooldownOfTheStrategyReachesTheLimits() {
        AgentConfiguration configuration = new ConfigSandbox(directory)
                .edit(STRATEGY, "scorer:\n", "protections: [{method: CooldownPeriod, stop_duration: 2h}]\nscorer:\n")
                .load();

        assertThat(configuration.settings().limits().cooldown()).isEqualTo(Duration.ofHours(2));
        assertThat(configuration.strategy().cooldown()).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void aSafetyKeyWithoutEffectWarnsOnPaperAndIsRefusedLive() {
        ConfigSandbox sandbox = new ConfigSandbox(directory)
                .edit(AGENT, "rpc:", "notify: {heartbeat: \"https://example.org/beat\"}\nrpc:");

        assertThat(sandbox.load().warnings())
                .extracting(Problem::toString)
                .singleElement()
                .asString()
                .endsWith("config/agent.yaml:8:1: notify: warning: accepted, not acted on by this version");
        assertThat(sandbox.problems(Optional.of(Mode.LIVE)))
                .anyMatch(line -> line.startsWith("config/agent.yaml:8:1: notify: this version does not act on it"));
    }

    @Test
    void theDigestChangesWithTheValuesAndNotWithTheWriting() {
        String digest = new ConfigSandbox(directory).load().digest();

        assertThat(new ConfigSandbox(directory)
                        .edit(AGENT, "50000 USD", "\"50000.00 USD\"  # all of it")
                        .load()
                        .digest())
                .isEqualTo(digest);
        assertThat(new ConfigSandbox(directory)
                        .edit(AGENT, "50000 USD", "50001 USD")
                        .load()
                        .digest())
                .isNotEqualTo(digest);
    }

    @Test
    void everyValueSaysWhereItComesFrom() {
        String yaml = new ConfigSandbox(directory).load().shown().get("agent").yaml();

        assertThat(yaml)
                .contains("  max: 50000 USD  # " + directory.resolve(AGENT) + ":7\n")
                .contains("  max_per_day: 10 USD  # default\n")
                .contains("  max_trades_per_hour: 4  # preset conservative\n");
    }
}
