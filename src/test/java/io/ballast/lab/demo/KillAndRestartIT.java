package io.ballast.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.act.journal.IntentMined;
import io.ballast.act.journal.IntentSigned;
import io.ballast.act.journal.JournalEntry;
import io.ballast.act.journal.Reconciled;
import io.ballast.agent.AgentConfiguration;
import io.ballast.agent.AgentLoader;
import io.ballast.agent.AgentSession;
import io.ballast.agent.TraderProcess;
import io.ballast.base.config.ConfigLoader;
import io.ballast.base.config.yaml.YamlReader;
import io.ballast.base.units.Address;
import io.ballast.base.units.TokenAmount;
import io.ballast.lab.devnet.Devnet;
import io.ballast.lab.devnet.DevnetAtHand;
import io.ballast.sense.chain.web3j.Web3jChain;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} in the middle of trades, on a real chain that goes on meanwhile. */
class KillAndRestartIT {
    private static final int KILLS = 3;

    @TempDir
    private Path folder;

    @Test
    void tradesOnAfterEveryKillAndNeverTwice() throws IOException {
        try (Devnet devnet = DevnetAtHand.realTime(11, Duration.ofMinutes(3))) {
            TraderHome home = new TraderHome(folder);
            Address account = home.prepare(devnet, devnet.rpcUrl().toString(), "");
            devnet.realTime().begin(Clock.systemUTC(), Duration.ofSeconds(5));
            for (int kill = 0; kill < KILLS; kill++) {
                killInTheMiddle(home);
            }
            finishInOrder(home);
            check(devnet, account, home.entries());
        }
    }

    private static void killInTheMiddle(TraderHome home) throws IOException {
        long before = TraderHome.filled(home.entries());
        Process trader = home.start(TraderProcess.class, home.agentFile().toString());
        try {
            home.awaitJournal("a fill after the restart", entries -> TraderHome.filled(entries) > before, trader);
            long signed = TraderHome.signed(home.entries());
            home.awaitJournal("a signature that is not settled", all -> TraderHome.signed(all) > signed, trader);
        } finally {
            trader.destroyForcibly().onExit().join();
        }
    }

    private static void finishInOrder(TraderHome home) {
        AgentLoader loader = new AgentLoader(new ConfigLoader(new YamlReader(), Map.of()));
        AgentConfiguration config = loader.load(home.agentFile(), Optional.empty());
        AgentSession.open(config, Clock.systemUTC()).close();
    }

    private static void check(Devnet devnet, Address account, List<JournalEntry> entries) {
        Map<String, Long> minedByIntent = entries.stream()
                .filter(entry -> entry.event() instanceof IntentMined)
                .collect(Collectors.groupingBy(
                        entry -> ((IntentMined) entry.event()).intentId(), Collectors.counting()));
        assertThat(minedByIntent.values()).as("each intent mined once").containsOnly(1L);
        Web3jChain chain = new Web3jChain(List.of(devnet.rpcUrl().toString()), 31_337);
        assertThat(chain.minedNonce(account))
                .as("transactions on chain, and mined ones in the journal")
                .isEqualTo(minedByIntent.size());
        assertThat(minedNonces(entries))
                .as("nonces without gaps")
                .containsExactlyElementsOf(
                        LongStream.range(0, minedByIntent.size()).boxed().toList());
        assertThat(entries.stream()
                        .filter(entry -> entry.event() instanceof Reconciled)
                        .map(entry -> (Reconciled) entry.event()))
                .allMatch(Reconciled::equal);
        Reconciled last = entries.stream()
                .filter(entry -> entry.event() instanceof Reconciled)
                .map(entry -> (Reconciled) entry.event())
                .reduce((a, b) -> b)
                .orElseThrow();
        assertThat(last.allowances()).allMatch(TokenAmount::isZero);
    }

    private static List<Long> minedNonces(List<JournalEntry> entries) {
        List<io.ballast.base.units.Hash32> mined = entries.stream()
                .filter(entry -> entry.event() instanceof IntentMined)
                .map(entry -> ((IntentMined) entry.event()).txHash())
                .toList();
        return entries.stream()
                .filter(entry -> entry.event() instanceof IntentSigned signed && mined.contains(signed.txHash()))
                .map(entry -> ((IntentSigned) entry.event()).nonce())
                .sorted()
                .toList();
    }
}
