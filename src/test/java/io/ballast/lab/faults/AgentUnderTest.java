package io.ballast.lab.faults;

import io.ballast.act.journal.Journal;
import io.ballast.act.journal.sqlite.SqliteJournal;
import io.ballast.agent.AgentConfiguration;
import io.ballast.agent.AgentService;
import io.ballast.agent.CommandSession;
import io.ballast.agent.CommandTask;
import io.ballast.agent.CycleOutcome;
import io.ballast.agent.Surroundings;
import io.ballast.agent.Wiring;
import io.ballast.base.units.BlockRef;
import io.ballast.sense.chain.BlockHeader;
import io.ballast.sense.chain.ChainReader;
import io.ballast.sense.chain.HeadFeed;
import io.ballast.sense.chain.web3j.EndpointRules;
import io.ballast.sense.chain.web3j.FailoverPolicy;
import io.ballast.sense.chain.web3j.RpcLimits;
import io.ballast.sense.chain.web3j.Web3jChain;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** The real agent in this process, wired as on a real chain but for its time-outs, which are short, and its clock. */
final class AgentUnderTest {
    /** What a cycle says that the chain gave no usable answer to. */
    static final String NO_ANSWER = "no answer";

    private static final RpcLimits LIMITS = RpcLimits.DEFAULT.withWhole(Duration.ofSeconds(2));
    private static final FailoverPolicy FAILOVER =
            new FailoverPolicy(3, Duration.ofMillis(5), Duration.ofMillis(20), 3, Duration.ofMillis(50));
    private static final int QUORUM_BEHIND = 3;

    private final Journal journal;
    private final AgentService service;
    private final Wiring wiring;
    private final HeadFeed heads;
    private String lastNote = "";

    AgentUnderTest(Scene scene, AgentConfiguration config, World world, Fuse fuse) {
        ChainReader reader = world.reader().apply(chain(scene, config));
        this.heads = world.heads().apply(new Heads(scene, reader, fuse), reader);
        Surroundings surroundings = new Surroundings(
                reader,
                fuse.guard(world.submitter().apply(chain(scene, config))),
                heads,
                scene::clock,
                System::nanoTime);
        this.journal = SqliteJournal.open(config.settings().journal(), scene::clock);
        try {
            this.wiring =
                    new Wiring(config, surroundings, fuse.guard(world.journal().apply(journal)), world.model());
            this.service =
                    wiring.onChain(fuse.guard(world.signer().apply(scene.chain().signer())));
        } catch (RuntimeException | Crash e) {
            journal.close();
            throw e;
        }
    }

    private static Web3jChain chain(Scene scene, AgentConfiguration config) {
        return new Web3jChain(
                scene.urls(),
                config.universe().chainId(),
                LIMITS,
                FAILOVER,
                new EndpointRules(
                        config.settings().nodeRules().quorum(),
                        OptionalInt.empty(),
                        Optional.of(new EndpointRules.Freshness(
                                scene::clock, config.settings().maxHeadLag(), QUORUM_BEHIND))));
    }

    /** The chain as an agent would read it now. */
    static ChainReader reader(Scene scene) {
        return chain(scene, scene.config());
    }

    /** What a person does while the agent is down. */
    static void command(Scene scene, Function<CommandSession, CommandTask> task) {
        Web3jChain chain = chain(scene, scene.config());
        try (Journal journal = SqliteJournal.open(scene.journalFile(), scene::clock)) {
            Surroundings world = new Surroundings(
                    chain, chain, new Heads(scene, chain, Fuse.none()), scene::clock, System::nanoTime);
            try (CommandSession session = CommandSession.over(scene.config(), world, journal, "withdraw", false)) {
                task.apply(session).run();
            }
        }
    }

    void begin() {
        service.start();
    }

    Optional<CycleOutcome> cycle() {
        Optional<CycleOutcome> outcome = service.cycle();
        lastNote = outcome.map(CycleOutcome::note).orElse(NO_ANSWER);
        return outcome;
    }

    String lastNote() {
        return lastNote;
    }

    Wiring wiring() {
        return wiring;
    }

    /** In order: the session ends in the journal. */
    void end() {
        try {
            service.close();
        } finally {
            heads.close();
            journal.close();
        }
    }

    /** As after {@code kill -9}: only the file's lock is let go. */
    void vanish() {
        heads.close();
        journal.close();
    }

    /** Waiting for the next block mines it; it is seen through the node the agent asks, with all its faults. */
    private static final class Heads implements HeadFeed {
        private final Scene scene;
        private final ChainReader reader;
        private final Fuse fuse;

        Heads(Scene scene, ChainReader reader, Fuse fuse) {
            this.scene = scene;
            this.reader = reader;
            this.fuse = fuse;
        }

        @Override
        public Optional<BlockHeader> awaitChange(BlockRef known, Duration timeout) {
            fuse.pass("before head");
            scene.chain().mine(FaultChain.BLOCK);
            BlockHeader head = reader.head();
            return head.ref().equals(known) ? Optional.empty() : Optional.of(head);
        }
    }
}
