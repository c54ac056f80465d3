package io.ballast.app.cli;

import io.ballast.act.journal.Journal;
import io.ballast.act.journal.sqlite.SqliteJournal;
import io.ballast.act.wallet.Secret;
import io.ballast.act.wallet.web3j.KeystoreSigner;
import io.ballast.agent.AgentConfiguration;
import io.ballast.agent.AgentService;
import io.ballast.agent.AgentSettings;
import io.ballast.agent.CycleOutcome;
import io.ballast.agent.Scorers;
import io.ballast.agent.Surroundings;
import io.ballast.agent.Wiring;
import io.ballast.base.config.Endpoint;
import io.ballast.sense.chain.web3j.PollTimer;
import io.ballast.sense.chain.web3j.PollingHeadFeed;
import io.ballast.sense.chain.web3j.Web3jChain;
import io.ballast.think.model.ActionScorer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** An agent on a real chain with everything it holds open: nodes, model, keystore, journal. */
final class TradingSession implements AutoCloseable {
    private static final Duration FASTEST_POLL = Duration.ofMillis(200);

    private final Journal journal;
    private final Optional<ActionScorer> model;
    private final AgentService agent;

    private TradingSession(Journal journal, Optional<ActionScorer> model, AgentService agent) {
        this.journal = journal;
        this.model = model;
        this.agent = agent;
    }

    /** Opens everything and finishes what an earlier process left open. */
    static TradingSession open(AgentConfiguration config, Clock clock) {
        Optional<ActionScorer> model = Scorers.model(config, clock.instant());
        Journal journal = SqliteJournal.open(config.settings().journal(), clock);
        try {
            Wiring wiring = new Wiring(config, world(config, clock), journal, model);
            AgentService agent = config.settings().mode().signs()
                    ? wiring.onChain(signer(config))
                    : wiring.onPaper(wiring.market().observe().account());
            // A full keystore's derivation has filled 256 MiB of heap once; an agent that runs for months gives them back.
            System.gc();
            agent.start();
            return new TradingSession(journal, model, agent);
        } catch (RuntimeException e) {
            journal.close();
            model.ifPresent(ActionScorer::close);
            throw e;
        }
    }

    /** One decision; empty when the chain gave no usable answer. */
    Optional<CycleOutcome> cycle() {
        return agent.cycle();
    }

    private static Surroundings world(AgentConfiguration config, Clock clock) {
        List<String> urls = config.settings().nodes().stream()
                .map(Endpoint::reveal)
                .map(Object::toString)
                .toList();
        Web3jChain chain = new Web3jChain(urls, config.universe().chainId());
        Duration quarter = config.network().file().blockTime().dividedBy(4);
        Duration interval = quarter.compareTo(FASTEST_POLL) < 0 ? FASTEST_POLL : quarter;
        return new Surroundings(
                chain, chain, new PollingHeadFeed(chain, interval, PollTimer.ofSystem()), clock, System::nanoTime);
    }

    private static KeystoreSigner signer(AgentConfiguration config) {
        AgentSettings settings = config.settings();
        try (Secret passphrase = Secret.ofFile(settings.passphraseFile().orElseThrow())) {
            return KeystoreSigner.open(
                    settings.keystore().orElseThrow(),
                    passphrase,
                    settings.owner(),
                    config.universe().chainId());
        }
    }

    @Override
    public void close() {
        try {
            agent.close();
        } finally {
            journal.close();
            model.ifPresent(ActionScorer::close);
        }
    }
}
