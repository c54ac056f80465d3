package io.ballast.lab.bench;

import io.ballast.act.execution.GasPolicy;
import io.ballast.act.execution.Logbook;
import io.ballast.act.execution.RiskDesk;
import io.ballast.act.execution.SwapOrder;
import io.ballast.act.execution.TransactionPlans;
import io.ballast.act.journal.BooksOpened;
import io.ballast.act.journal.IntentClosed;
import io.ballast.act.journal.IntentSigned;
import io.ballast.act.journal.sqlite.SqliteJournal;
import io.ballast.act.risk.Assessment;
import io.ballast.act.risk.RiskGate;
import io.ballast.act.risk.Situation;
import io.ballast.agent.Decider;
import io.ballast.agent.Decision;
import io.ballast.agent.DecisionLog;
import io.ballast.base.units.Bps;
import io.ballast.base.units.Bytes;
import io.ballast.base.units.Hash32;
import io.ballast.base.units.Keccak256;
import io.ballast.base.units.Usd;
import io.ballast.sense.market.Observation;
import io.ballast.think.action.ActionRules;
import io.ballast.think.model.rule.RuleScorers;
import io.ballast.think.strategy.PolicyThresholds;
import io.ballast.think.strategy.ScorerChoice.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the gate and the journal add to a decision that trades, from the look at a new block to the durable signature: every
 * limit, every entry, the real SQLite file with its fsyncs. What they guard (quotes, candidates, scores, the simulation's round
 * trip, the signature itself) is left out. Beside it the floor: the same texts appended to a plain file, with as many fsyncs.
 */
public final class SafetyBench {
    private static final int SIGNED_BYTES = 480;
    private static final Duration DEADLINE = Duration.ofMinutes(1);

    private final SafetyGround ground;
    private final int decisions;
    private final List<Long> gate = new ArrayList<>();
    private final List<Long> journalled = new ArrayList<>();
    private final List<Long> added = new ArrayList<>();
    private final List<Long> cpu = new ArrayList<>();
    private final List<Long> floor = new ArrayList<>();
    private int entries;
    private long bytes;

    /** @param decisions timed, after as many to warm up */
    public SafetyBench(long seed, int decisions) {
        this.ground = new SafetyGround(seed);
        this.decisions = decisions;
    }

    /**
     * Runs once; the journal is made in a new folder and deleted.
     *
     * @param folder on the disk in question
     */
    public SafetyFigures run(Path folder) {
        try {
            Path own = Files.createTempDirectory(folder, "ballast-safety-");
            try (PlainFile plain = PlainFile.in(own);
                    TimedJournal journal =
                            new TimedJournal(SqliteJournal.open(own.resolve("journal.db"), InstantSource.system()))) {
                rounds(journal, plain);
            } finally {
                BenchFolder.delete(own);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return SafetyFigures.of(gate, journalled, added, cpu, floor, entries, bytes / decisions);
    }

    private void rounds(TimedJournal journal, PlainFile plain) {
        Logbook log = new Logbook(journal);
        Observation first = ground.observation(0);
        log.append(new BooksOpened(
                first.market().block(),
                first.account().balances(),
                first.account().coins()));
        RiskDesk desk = new RiskDesk(new RiskGate(ground.limits()), log);
        DecisionLog decisionLog = new DecisionLog(log, Hash32.ZERO, "");
        Decider decider = decider();
        int warmUp = decisions;
        for (int round = 1; round <= warmUp + decisions; round++) {
            journal.takeNanos();
            journal.takeCommits();
            Lap spent = once(round, desk, decider, decisionLog, log);
            List<List<String>> commits = journal.takeCommits();
            List<String> texts = commits.stream().flatMap(List::stream).toList();
            long appended = journal.takeNanos();
            long least = plain.append(commits);
            log.append(new IntentClosed(log.state().open().getFirst().id(), IntentClosed.Status.REFUSED, "measured"));
            if (round > warmUp) {
                gate.add(spent.wall() - appended);
                journalled.add(appended);
                added.add(spent.wall());
                cpu.add(spent.cpu());
                floor.add(least);
                entries = texts.size();
                bytes += texts.stream().mapToLong(String::length).sum();
            }
        }
    }

    /** One decision; how long what is measured took. */
    private Lap once(int round, RiskDesk desk, Decider decider, DecisionLog decisionLog, Logbook log) {
        Observation seen = ground.observation(round);
        Instant now = SafetyGround.time(round);
        Lap lap = Lap.start();
        Situation situation = desk.situation(now, seen, SafetyGround.TIP);
        desk.observe(situation);
        Lap observed = lap.since();

        Decision decision = decider.decide(
                decisionLog.nextId(), seen, ground.window(), desk.state(), () -> desk.ceiling(situation));
        SwapOrder order = SwapOrder.of(
                        decision.id(),
                        1,
                        seen.market(),
                        decision.proposal().chosen().legs().getFirst(),
                        DEADLINE)
                .expecting(decision.benefit());
        TransactionPlans plans =
                TransactionPlans.swap(order, ground.owner(), new GasPolicy(SafetyGround.TIP).offer(seen.market()));
        IntentSigned signed = signed(plans, round);

        Lap decided = Lap.start();
        decisionLog.append(decision, ground.window(), false);
        Assessment verdict = desk.judge(plans, desk.situation(now, seen, SafetyGround.TIP));
        log.append(signed);
        Lap spent = observed.plus(decided.since());
        if (!verdict.allowed()) {
            throw new IllegalStateException("a limit refuses what is to be measured: " + verdict.refusals());
        }
        return spent;
    }

    /** Nanoseconds by the wall clock and by this thread's own. */
    private record Lap(long wall, long cpu) {
        static Lap start() {
            return new Lap(
                    System.nanoTime(), ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
        }

        Lap since() {
            Lap now = start();
            return new Lap(now.wall - wall, now.cpu - cpu);
        }

        Lap plus(Lap other) {
            return new Lap(wall + other.wall, cpu + other.cpu);
        }
    }

    private static IntentSigned signed(TransactionPlans plans, int nonce) {
        Bytes raw = Bytes.of(new byte[SIGNED_BYTES]);
        return new IntentSigned(
                plans.planned().intentId(),
                nonce,
                Hash32.of(Keccak256.digest(new byte[] {(byte) nonce, (byte) (nonce >> 8)})),
                raw,
                plans.proposed().gasLimit(),
                plans.proposed().maxFee(),
                SafetyGround.TIP,
                plans.planned().deadline(),
                false);
    }

    private Decider decider() {
        ActionRules rules = new ActionRules(
                ground.bounds(),
                List.of(new Bps(2_500), new Bps(5_000), new Bps(7_500), Bps.WHOLE),
                Usd.of(100),
                new Bps(100),
                new Bps(100),
                SafetyGround.TIP);
        return new Decider(
                ground.target(),
                rules,
                RuleScorers.byName("band", Optional.empty()),
                Optional.empty(),
                Role.VETO,
                new PolicyThresholds(0, -1_000, 2_000));
    }
}
