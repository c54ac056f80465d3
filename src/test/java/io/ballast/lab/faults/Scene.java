package io.ballast.lab.faults;

import io.ballast.act.journal.IntentClosed;
import io.ballast.act.journal.JournalEntry;
import io.ballast.act.journal.JournalReader;
import io.ballast.act.journal.LedgerState;
import io.ballast.act.journal.sqlite.SqliteJournalReader;
import io.ballast.act.risk.TradingState;
import io.ballast.agent.AgentConfiguration;
import io.ballast.agent.CycleOutcome;
import io.ballast.sense.chain.proxy.Fault;
import io.ballast.sense.chain.proxy.FaultProxy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One case: a fresh account and journal on the shared chain, an agent behind one or two proxies, and a clock that follows the
 * blocks. The agent may be started, cut off and started again; at the end the invariants are checked. Used by one thread.
 */
final class Scene implements AutoCloseable {
    /** Cycles within which an agent that is well has traded. */
    private static final int PATIENCE = 6;

    /** The agent looks after that many blocks. */
    private static final int UPKEEP_BLOCKS = 100;

    private final FaultChain chain;
    private final Path home;
    private final List<FaultProxy> proxies = new ArrayList<>();
    private final KeyWatch keyWatch = new KeyWatch(FaultChain.privateKey());
    private final AgentConfiguration config;
    private final EvidenceReader evidence;
    private final Strangers strangers;
    private final LogCapture logs;
    private final CaseRecord record;
    private Duration clockSkew = Duration.ZERO;
    private Optional<AgentUnderTest> agent = Optional.empty();

    Scene(CaseRecord record, SceneFiles files, int nodes) {
        this.record = record;
        this.chain = FaultChain.atStart();
        try {
            this.home = Files.createTempDirectory("ballast-fault-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (int i = 0; i < nodes; i++) {
            proxies.add(new FaultProxy(chain.devnet().rpcUrl()).with(keyWatch));
        }
        this.config =
                files.write(home, chain, proxies.stream().map(FaultProxy::url).toList());
        this.logs = LogCapture.into(home.resolve("agent.log"));
        this.strangers = new Strangers(chain);
        this.evidence = new EvidenceReader(chain, config);
    }

    FaultChain chain() {
        return chain;
    }

    Strangers strangers() {
        return strangers;
    }

    Path home() {
        return home;
    }

    Path journalFile() {
        return home.resolve("journal.db");
    }

    AgentConfiguration config() {
        return config;
    }

    /** As the agent's file names them. */
    List<String> urls() {
        return config.settings().nodes().stream()
                .filter(node -> !node.isSocket())
                .map(node -> node.reveal().toString())
                .toList();
    }

    FaultProxy proxy() {
        return proxies.getFirst();
    }

    FaultProxy proxy(int index) {
        return proxies.get(index);
    }

    /** From now on these faults between the agent and all its nodes. */
    Scene faults(Fault... faults) {
        for (int i = 0; i < proxies.size(); i++) {
            faults(i, faults);
        }
        return this;
    }

    /** The same for one of the nodes. */
    Scene faults(int node, Fault... faults) {
        proxies.get(node)
                .with(Stream.concat(Stream.of(keyWatch), Arrays.stream(faults)).toArray(Fault[]::new));
        return this;
    }

    /** The wall clock: the newest block's time, and how far the host is off. */
    Instant clock() {
        return chain.now().plus(clockSkew);
    }

    void skewClock(Duration skew) {
        clockSkew = skew;
    }

    /** Starts the agent; it recovers what an earlier one left. */
    AgentUnderTest start() {
        return start(Fuse.none());
    }

    AgentUnderTest start(Fuse fuse) {
        return start(World.plain(), fuse);
    }

    AgentUnderTest start(World world, Fuse fuse) {
        return start(config, world, fuse);
    }

    /** The same under another configuration than the scene's. */
    AgentUnderTest start(AgentConfiguration other, World world, Fuse fuse) {
        stop();
        AgentUnderTest started = new AgentUnderTest(this, other, world, fuse);
        agent = Optional.of(started);
        started.begin();
        return started;
    }

    /** Lets a bar pass and the agent decide. */
    Optional<CycleOutcome> cycle() {
        chain.passBar();
        return agent.orElseThrow().cycle();
    }

    /** Decisions that must sign nothing; what each of them said. */
    List<String> quietCycles(int count) {
        List<String> said = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long before = signatures();
            cycle();
            said.add(agent.orElseThrow().lastNote());
            if (signatures() != before) {
                throw new AssertionError("signed under the fault: " + said.getLast());
            }
        }
        record.note("signs nothing meanwhile");
        return said;
    }

    /** Decisions that sign nothing that has to do with one token. */
    void quietlyFor(String symbol, int count) {
        long before = about(symbol);
        for (int i = 0; i < count; i++) {
            cycle();
        }
        if (about(symbol) != before) {
            throw new AssertionError(
                    "signed for " + symbol + ": " + agent.orElseThrow().lastNote());
        }
        record.note("nothing is signed for " + symbol);
    }

    /** So many blocks that books are compared and tokens looked at anew. */
    void untilUpkeep() {
        for (int i = 0; i < UPKEEP_BLOCKS; i++) {
            chain.mine(Duration.ofSeconds(1));
        }
    }

    /** Cycles until a token is held. */
    void tradesFor(String symbol) {
        for (int i = 0; i < PATIENCE && about(symbol) == 0; i++) {
            cycle();
        }
    }

    private long about(String symbol) {
        JournalFacts facts = facts();
        return facts.all(io.ballast.act.journal.IntentSigned.class)
                .map(signed -> facts.planned(signed.intentId()).orElseThrow())
                .filter(plan -> plan.tokenOut().symbol().equals(symbol)
                        || plan.amountIn().token().symbol().equals(symbol))
                .count();
    }

    /** Another agent on the same key. */
    Twin twin() {
        return new Twin(this);
    }

    /** Decisions that cannot be made: the agent says so, and signs nothing. */
    void blindCycles(int count) {
        for (int i = 0; i < count; i++) {
            boolean answered = !quietCycles(1).getFirst().equals(AgentUnderTest.NO_ANSWER);
            evidence.report("a cycle that saw nothing ended as if it had", answered, false);
        }
        record.note("says that it has no answer");
    }

    JournalFacts facts() {
        return new JournalFacts(entries());
    }

    long signatures() {
        return facts().all(io.ballast.act.journal.IntentSigned.class).count();
    }

    /** Cycles until the fuse blows. */
    void cycleUntilCrash() {
        for (int i = 0; i < PATIENCE; i++) {
            try {
                cycle();
            } catch (Crash crash) {
                gone();
                return;
            }
        }
        throw new AssertionError("the fuse never blew");
    }

    /** Lets go of what the operating system would have taken from a killed process. */
    void gone() {
        agent.ifPresent(AgentUnderTest::vanish);
        agent = Optional.empty();
    }

    /** Ends the agent in order. */
    void stop() {
        agent.ifPresent(AgentUnderTest::end);
        agent = Optional.empty();
    }

    List<JournalEntry> entries() {
        if (!Files.exists(journalFile())) {
            return List.of();
        }
        try (JournalReader journal = SqliteJournalReader.open(journalFile())) {
            return journal.read(0).toList();
        }
    }

    LedgerState ledger() {
        return io.ballast.act.journal.Ledger.of(entries().stream());
    }

    TradingState trading() {
        return ledger().risk().map(risk -> risk.trading()).orElse(TradingState.ACTIVE);
    }

    String reason() {
        return ledger().risk().map(risk -> risk.reason()).orElse("");
    }

    /** As the chain counts them now. */
    long minedOnChain() {
        return io.ballast.base.units.Hex.quantityLong(chain.rpc()
                .call("eth_getTransactionCount", chain.account().hex(), "latest")
                .stringValue());
    }

    long fills() {
        return closed(IntentClosed.Status.FILLED, ".swap");
    }

    /** Blocks on top of the one that holds the newest transaction of ours that was mined. */
    int blocksSinceTheFill() {
        long mined = new JournalFacts(entries())
                .all(io.ballast.act.journal.IntentMined.class)
                .mapToLong(io.ballast.act.journal.IntentMined::blockNumber)
                .max()
                .orElseThrow();
        return (int) (chain.height() - mined);
    }

    long closed(IntentClosed.Status status, String ending) {
        return entries().stream()
                .filter(entry -> entry.event() instanceof IntentClosed closed
                        && closed.status() == status
                        && closed.intentId().contains(ending))
                .count();
    }

    /** I9: the fault is gone, so the agent trades again. */
    void tradesAgain() {
        long before = fills();
        for (int i = 0; i < PATIENCE && fills() == before; i++) {
            cycle();
        }
        if (fills() == before) {
            throw new AssertionError("I9: no trade in " + PATIENCE + " cycles; " + trading() + " " + reason() + "; "
                    + agent.map(AgentUnderTest::lastNote).orElse("no agent"));
        }
        record.note("trades again");
    }

    /** What one cannot know from inside: either the books were right, or trading has stopped. */
    void tradesAgainOrHalted() {
        if (trading() == TradingState.HALTED) {
            record.note("HALTED");
        } else {
            tradesAgain();
        }
    }

    /** The state that the table demands, and that it holds over a restart. */
    void staysHalted() {
        long before = fills();
        if (trading() != TradingState.HALTED) {
            throw new AssertionError("expected HALTED, is " + trading());
        }
        cycle();
        start();
        cycle();
        if (trading() != TradingState.HALTED || fills() != before) {
            throw new AssertionError("halt did not hold: " + trading() + ", fills " + before + " to " + fills());
        }
        record.note("stays HALTED over a restart");
    }

    /** What a person reads in the table. */
    void saw(String words) {
        record.note(words);
    }

    EvidenceReader evidence() {
        return evidence;
    }

    /** The evidence as it is now. */
    Evidence found() {
        return evidence.read(home, entries(), keyWatch.seen());
    }

    /** Whether the last signature is of an intent of this kind. */
    boolean onTheWay(String ending) {
        return facts().all(io.ballast.act.journal.IntentSigned.class)
                .reduce((a, b) -> b)
                .filter(signed -> signed.intentId().endsWith(ending))
                .isPresent();
    }

    /** All of I1 to I12 that hold at any time. */
    void check() {
        Evidence found = found();
        List<Violation> violations = new InvariantChecker().check(found);
        record.checked();
        record.note(summary(found));
        if (!violations.isEmpty()) {
            throw new AssertionError("invariants broken: " + violations);
        }
    }

    private static String summary(Evidence found) {
        long swaps = found.transactions().stream()
                .filter(tx -> tx.succeeded() && tx.paid(found.account()).isPositive())
                .count();
        long failed =
                found.transactions().stream().filter(tx -> !tx.succeeded()).count();
        return swaps + " swaps" + (failed > 0 ? ", " + failed + " failed" : "") + ", "
                + new JournalFacts(found.entries()).trading();
    }

    /** Whether to check is the case's own affair when it failed already. */
    @Override
    public void close() {
        gone();
        logs.close();
        proxies.forEach(FaultProxy::close);
        try (Stream<Path> files = Files.walk(home)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
