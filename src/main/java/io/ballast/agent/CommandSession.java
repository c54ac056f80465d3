package io.ballast.agent;

import io.ballast.act.execution.KillSwitch;
import io.ballast.act.execution.Logbook;
import io.ballast.act.execution.Reconciler;
import io.ballast.act.journal.Journal;
import io.ballast.act.journal.SessionEnded;
import io.ballast.act.journal.sqlite.SqliteJournal;
import io.ballast.act.risk.TradingState;
import io.ballast.act.wallet.Signer;
import io.ballast.sense.market.Observation;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An account in a person's hands while the agent is down: it holds the journal's writer lock, so the agent cannot start
 * meanwhile, and uses the same gate, journal and engine. The key is opened when the first transaction is due. Used by one thread.
 */
public final class CommandSession implements AutoCloseable {
    private final AgentConfiguration config;
    private final Surroundings world;
    private final Journal journal;
    private final Wiring wiring;
    private final String verb;
    private final Optional<String> passedOver;
    private @Nullable OnChainParts parts;
    private boolean begun;

    private CommandSession(
            AgentConfiguration config, Surroundings world, Journal journal, String verb, boolean whileHalted) {
        this.config = config;
        this.world = world;
        this.journal = journal;
        this.verb = verb;
        Path file = config.settings().journal();
        KillSwitch killSwitch = KillSwitch.of(file, world.clock());
        this.passedOver = whileHalted ? killSwitch.stopped() : Optional.empty();
        this.wiring = new Wiring(
                config,
                world,
                journal,
                Optional.empty(),
                passedOver.isPresent() ? KillSwitch.inSpiteOf(file, world.clock()) : killSwitch);
    }

    /**
     * Takes the journal, and looks whether the node is on the right chain.
     *
     * @param verb what the journal calls this session
     * @param whileHalted whether the person acts in spite of the kill switch, which stays engaged for the agent
     * @throws CommandException if the account is not on the chain, or the journal knows another configuration
     * @throws io.ballast.act.journal.JournalLockedException if the agent runs
     */
    public static CommandSession open(
            AgentConfiguration config, InstantSource clock, String verb, boolean whileHalted) {
        if (!config.settings().mode().signs()) {
            throw new CommandException("the account is traded in mode "
                    + config.settings().mode().name().toLowerCase(java.util.Locale.ROOT)
                    + ", which signs nothing: there is nothing on the chain to " + verb);
        }
        Journal journal = SqliteJournal.open(config.settings().journal(), clock);
        try {
            Surroundings world = AgentSession.surroundings(config, clock);
            config.confirmChain(world.chain().chainId());
            CommandSession session = new CommandSession(config, world, journal, verb, whileHalted);
            session.wiring.confirmConfiguration();
            return session;
        } catch (RuntimeException e) {
            journal.close();
            throw e;
        }
    }

    /** Of a world and a journal that somebody else closes. */
    public static CommandSession over(
            AgentConfiguration config, Surroundings world, Journal journal, String verb, boolean whileHalted) {
        return new CommandSession(config, world, journal, verb, whileHalted);
    }

    /** What the person is told before anything else. */
    public List<String> remarks() {
        return passedOver
                .map(why -> List.of("the kill switch is engaged (" + why + ") and stays so; this is done all the same"))
                .orElse(List.of());
    }

    AgentConfiguration config() {
        return config;
    }

    Wiring wiring() {
        return wiring;
    }

    Logbook log() {
        return wiring.log();
    }

    Surroundings world() {
        return world;
    }

    /** What of market and account is ours, now. */
    Observation observe() {
        return wiring.own().observe();
    }

    Reconciler reconciler() {
        return wiring.reconciler();
    }

    /** Says in the journal that a person acts. Must come before anything else is journalled. */
    void begin() {
        if (!begun) {
            log().append(wiring.session(
                    verb + passedOver.map(why -> " while halted: " + why).orElse("")));
            begun = true;
        }
    }

    /** Opens the key; a nonce that was used elsewhere is found from here on. */
    OnChainParts parts() {
        begin();
        if (parts == null) {
            Signer signer = SignerSource.open(config);
            parts = wiring.parts(signer);
        }
        return parts;
    }

    /** Nothing but what takes rights back is signed while the kill switch is engaged. */
    void requireReleased() {
        wiring.killed().ifPresent(why -> {
            throw new CommandException(
                    "the kill switch is engaged (" + why
                            + "): 'ballast resume' releases it, --while-halted acts in spite" + " of it",
                    true);
        });
    }

    /** Preconditions of everything that sends money: nothing is open, and books and chain agree. */
    void requireOrder(Observation seen) {
        requireReleased();
        if (log().state().books().isEmpty()) {
            throw new CommandException(
                    "the journal knows nothing of this account: 'ballast repair' takes its books from the chain");
        }
        int open = log().state().open().size();
        if (open > 0) {
            throw new CommandException(open + " transactions are not settled: run 'ballast repair' first");
        }
        if (!reconciler().look(seen).found().outflows().isEmpty()) {
            throw new CommandException(
                    "something left the account that is not ours: 'ballast reconcile' shows it, 'ballast repair' accepts it");
        }
    }

    TradingState trading() {
        return wiring.risk().state().trading();
    }

    @Override
    public void close() {
        try {
            if (begun) {
                log().append(new SessionEnded(verb + " done"));
            }
        } finally {
            world.heads().close();
            journal.close();
        }
    }
}
