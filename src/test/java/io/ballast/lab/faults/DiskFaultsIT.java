package io.ballast.lab.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.act.journal.IntentMined;
import io.ballast.act.journal.JournalCorruptException;
import io.ballast.act.journal.JournalLockedException;
import io.ballast.act.journal.JournalUnavailableException;
import io.ballast.act.journal.SessionStarted;
import io.ballast.act.risk.TradingState;
import io.ballast.agent.AgentConfiguration;
import io.ballast.agent.CommandException;
import io.ballast.base.units.Hash32;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** F07 to F11 and F61: what the agent keeps in files. */
class DiskFaultsIT {
    @FaultCase(
            id = "F07",
            injection = "killed while writing the journal: the last record is cut short",
            expected = "the torn record is dropped, the chain read again; booked once")
    void f07_tornLastRecord(CaseRecord record) throws IOException {
        for (int cut : List.of(1, 700)) {
            Scene scene = record.scene();
            Map<String, byte[]> torn = new HashMap<>();
            World world = World.plain()
                    .withJournal(real -> JournalHook.around(real, IntentMined.class, 2, step -> {
                        if (step.equals("before")) {
                            keep(scene, torn, ".head");
                        } else {
                            keep(scene, torn, "");
                            keep(scene, torn, "-wal");
                            throw new Crash("torn");
                        }
                    }));
            scene.start(world, Fuse.none());
            scene.cycleUntilCrash();
            byte[] wal = torn.get("-wal");
            torn.put("-wal", java.util.Arrays.copyOf(wal, wal.length - cut));
            restore(scene, torn);
            scene.start();
            scene.tradesAgain();
            scene.check();
        }
    }

    @FaultCase(
            id = "F08",
            injection = "a bit of the journal's middle is flipped",
            expected = "refuses to start and names the file and the entry; never starts afresh")
    void f08_flippedBit(CaseRecord record) throws IOException {
        Scene scene = record.scene();
        scene.start();
        scene.tradesAgain();
        scene.stop();
        byte[] sound = Files.readAllBytes(scene.journalFile());
        byte[] spoilt = sound.clone();
        spoilt[indexOf(spoilt, "IntentSigned".getBytes(java.nio.charset.StandardCharsets.US_ASCII))] ^= 1;
        Files.write(scene.journalFile(), spoilt);
        assertThatExceptionOfType(JournalCorruptException.class)
                .isThrownBy(scene::start)
                .withMessageContaining("journal.db");
        scene.saw("refuses, naming the file");
        Files.write(scene.journalFile(), sound);
        scene.start();
        scene.tradesAgain();
        scene.check();
    }

    @FaultCase(
            id = "F09",
            injection =
                    "the journal's database is deleted; then everything beside it too, with the day's trades used up",
            expected = "refuses; a journal from nothing on an account that has traded does not trade anew")
    void f09_journalDeleted(CaseRecord record) throws IOException {
        Scene scene = record.scene(new SceneFiles().limit("max_trades_per_day", "2"));
        scene.start();
        scene.tradesAgain();
        scene.tradesAgain();
        scene.stop();
        byte[] database = Files.readAllBytes(scene.journalFile());
        Files.delete(scene.journalFile());
        assertThatThrownBy(scene::start).isInstanceOf(RuntimeException.class);
        scene.saw("refuses without its database");
        Map<String, byte[]> all = new HashMap<>(Map.of("", database));
        keep(scene, all, ".head");
        Files.delete(scene.home().resolve("journal.db.head"));
        scene.start();
        scene.quietCycles(2);
        assertThat(scene.trading()).isEqualTo(TradingState.HALTED);
        scene.gone();
        restore(scene, all);
        scene.check();
    }

    @FaultCase(
            id = "F10",
            injection = "the disk is full before each kind of entry in turn: the kernel lets no file grow",
            expected = "nothing is signed or sent without its record; trades on when there is room")
    void f10_diskFull(CaseRecord record) {
        Scene scene = record.scene();
        for (String entry : List.of("DecisionMade", "IntentPlanned", "RiskChanged", "IntentSigned", "IntentMined")) {
            long before = scene.signatures();
            try (FullDisk disk = new FullDisk(scene.home().resolve("journal.db-wal"))) {
                World world = World.plain()
                        .withJournal(real -> JournalHook.before(real, event -> {
                            if (!disk.full() && event.getClass().getSimpleName().equals(entry)) {
                                disk.fill();
                            }
                        }));
                assertThatThrownBy(() -> {
                            scene.start(world, Fuse.none());
                            scene.cycle();
                        })
                        .as(entry)
                        .isInstanceOf(JournalUnavailableException.class);
            }
            scene.gone();
            assertThat(scene.signatures() - before).as(entry).isEqualTo(entry.equals("IntentMined") ? 1 : 0);
            assertThat(scene.minedOnChain()).isLessThanOrEqualTo(scene.signatures());
        }
        scene.saw("stops at the first record that cannot be written");
        scene.start();
        scene.tradesAgain();
        scene.check();
    }

    @FaultCase(
            id = "F11",
            injection = "a second agent on the same journal; a second agent on the same key with a journal of its own",
            expected = "refused by the lock; one of the two halts, nothing twice")
    void f11_twoInstancesOnOneKey(CaseRecord record) {
        Scene scene = record.scene();
        scene.start();
        scene.tradesAgain();
        assertThatThrownBy(() -> new AgentUnderTest(scene, scene.config(), World.plain(), Fuse.none()))
                .isInstanceOf(JournalLockedException.class);
        scene.saw("second refused by the lock");
        Twin twin = scene.twin();
        twin.begin();
        scene.tradesAgain();
        twin.cycle();
        assertThat(twin.trading()).isEqualTo(TradingState.HALTED);
        scene.saw("without the lock the second halts");
        scene.tradesAgain();
        scene.check();
        twin.end();
    }

    @FaultCase(
            id = "F61",
            injection = "the agent's file is edited while it runs, and the agent started again",
            expected = "not read again while it runs; the journal names the configuration of each session")
    void f61_fileEditedWhileRunning(CaseRecord record) throws IOException {
        Scene scene = record.scene();
        scene.start();
        Path file = scene.home().resolve("agent.yaml");
        Files.writeString(file, Files.readString(file).replace("2000 USD", "1 USD"));
        scene.tradesAgain();
        assertThat(SceneFiles.load(scene.home()).digest())
                .isNotEqualTo(scene.config().digest());
        assertThat(new JournalFacts(scene.entries()).all(SessionStarted.class))
                .allSatisfy(session -> assertThat(session.configHash().hex())
                        .isEqualTo("0x" + scene.config().digest()));
        scene.check();
    }

    @FaultCase(
            id = "F61b",
            injection = "the agent is started with another configuration than the journal's last session had",
            expected = "refuses, naming the file, until a person accepts it by its digest; the journal says so")
    void f61b_configurationDiffersFromTheJournals(CaseRecord record) throws IOException {
        Scene scene = record.scene();
        scene.start();
        scene.tradesAgain();
        scene.stop();
        int before = scene.entries().size();
        Path file = scene.home().resolve("agent.yaml");
        Files.writeString(file, Files.readString(file).replace("2000 USD", "1 USD"));
        AgentConfiguration edited = SceneFiles.load(scene.home());
        assertThatExceptionOfType(CommandException.class)
                .isThrownBy(() -> scene.start(edited, World.plain(), Fuse.none()))
                .withMessageContaining("(changed: agent)")
                .withMessageContaining("--accept-config " + edited.digest().substring(0, 8));
        assertThatExceptionOfType(CommandException.class)
                .isThrownBy(() -> scene.start(edited.accepting(scene.config().digest()), World.plain(), Fuse.none()));
        assertThat(scene.entries()).hasSize(before);
        scene.saw("refuses, and journals nothing");
        scene.start(edited.accepting(edited.digest().substring(0, 8)), World.plain(), Fuse.none());
        assertThat(new JournalFacts(scene.entries())
                        .all(SessionStarted.class)
                        .reduce((first, last) -> last)
                        .orElseThrow()
                        .insteadOf())
                .contains(new Hash32("0x" + scene.config().digest()));
        assertThatExceptionOfType(CommandException.class).isThrownBy(scene::start);
        scene.saw("accepted once, it is the one that is known");
        scene.start(scene.config().accepting(scene.config().digest()), World.plain(), Fuse.none());
        scene.tradesAgain();
        scene.check();
    }

    private static void keep(Scene scene, Map<String, byte[]> files, String suffix) {
        try {
            files.put(suffix, Files.readAllBytes(scene.home().resolve("journal.db" + suffix)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Nothing but these, as if written at that moment. */
    private static void restore(Scene scene, Map<String, byte[]> files) throws IOException {
        try (Stream<Path> old = Files.list(scene.home())) {
            for (Path file : old.filter(path -> path.getFileName().toString().startsWith("journal.db"))
                    .toList()) {
                Files.delete(file);
            }
        }
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(scene.home().resolve("journal.db" + file.getKey()), file.getValue());
        }
    }

    private static int indexOf(byte[] content, byte[] wanted) {
        for (int at = content.length / 3; at + wanted.length <= content.length; at++) {
            if (java.util.Arrays.equals(content, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        throw new AssertionError("not in the file");
    }
}
