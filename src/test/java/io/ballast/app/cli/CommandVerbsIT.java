package io.ballast.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.act.journal.BooksOpened;
import io.ballast.act.journal.IntentPlanned;
import io.ballast.act.journal.Journal;
import io.ballast.act.journal.JournalEntry;
import io.ballast.act.journal.JournalReader;
import io.ballast.act.journal.RiskChanged;
import io.ballast.act.journal.SessionStarted;
import io.ballast.act.journal.sqlite.SqliteJournal;
import io.ballast.act.journal.sqlite.SqliteJournalReader;
import io.ballast.act.risk.TradingState;
import io.ballast.lab.demo.HandMade;
import io.ballast.lab.devnet.Devnet;
import io.ballast.lab.devnet.DevnetAtHand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The verbs by which a person acts on the account, as they are typed. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CommandVerbsIT {
    @TempDir
    private static Path home;

    private static Devnet devnet;

    @BeforeAll
    static void start() {
        devnet = DevnetAtHand.lockStep(22);
        new HandMade(devnet, home, "1");
    }

    @AfterAll
    static void stop() {
        if (devnet != null) {
            devnet.close();
        }
    }

    private static CommandRun run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(1, List.of("-c", home.resolve("agent.yaml").toString()));
        return CommandRun.in(home, Map.of(), all.toArray(String[]::new));
    }

    @Test
    @Order(1)
    void anAccountThatTheJournalDoesNotKnowIsNotTouched() {
        CommandRun run = run("withdraw", "1", "USDC", "--yes");
        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.FAILED);
        assertThat(run.errLines()).singleElement().asString().contains("'ballast repair'");
    }

    @Test
    @Order(2)
    void aDryRunOfRepairSaysWhatItWouldDoAndDoesNothing() {
        CommandRun run = run("repair", "--dry-run");
        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(run.outLines())
                .anyMatch(line -> line.startsWith("open the books from the chain"))
                .last()
                .asString()
                .startsWith("HALTED afterwards");
        assertThat(count(BooksOpened.class)).isZero();
    }

    @Test
    @Order(3)
    void nothingIsDoneUnasked() {
        CommandRun run = run("repair");
        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.errLines()).singleElement().asString().contains("--yes");
        assertThat(count(BooksOpened.class)).isZero();
    }

    @Test
    @Order(4)
    void repairTakesTheBooksFromTheChainAndHalts() {
        CommandRun run = run("repair", "--yes", "--format", "json");
        assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(ExitCode.DONE);
        assertThat(run.out()).startsWith("{").contains("\"ok\" : true").contains("\"verb\" : \"repair\"");
        assertThat(count(BooksOpened.class)).isEqualTo(1);
        try (JournalReader journal = SqliteJournalReader.open(journal())) {
            RiskChanged last =
                    (RiskChanged) journal.last(RiskChanged.class).orElseThrow().event();
            assertThat(last.state().trading()).isEqualTo(TradingState.HALTED);
        }
    }

    @Test
    @Order(5)
    void everyVerbPreviewsWithoutPlanningAnything() {
        assertThat(run("reconcile", "--dry-run").outLines()).anyMatch(line -> line.startsWith("equal   USDC"));
        assertThat(run("close-all", "--dry-run").outLines()).anyMatch(line -> line.startsWith("sell "));
        CommandRun withdraw = run("withdraw", "all", "weth", "--dry-run");
        assertThat(withdraw.exitCode()).as(withdraw.err()).isEqualTo(ExitCode.DONE);
        assertThat(withdraw.outLines().getFirst()).startsWith("send 3 WETH to 0x");
        assertThat(count(IntentPlanned.class)).isZero();
    }

    @Test
    @Order(6)
    void aWithdrawalThatCannotBeIsRefusedInOneLine() {
        for (String[] wrong : new String[][] {
            {"30001", "USDC"}, {"0", "USDC"}, {"-1", "USDC"}, {"1e3", "USDC"}, {"0.0000001", "USDC"}, {"1", "DOGE"}
        }) {
            CommandRun run = run("withdraw", "--yes", "--", wrong[0], wrong[1]);
            assertThat(run.exitCode()).as(run.out() + run.err()).isNotEqualTo(ExitCode.DONE);
            assertThat(run.errLines()).as(String.join(" ", wrong)).hasSize(1);
        }
        assertThat(count(IntentPlanned.class)).isZero();
    }

    @Test
    @Order(7)
    void whileTheAgentRunsTheVerbsSaySoInOneLine() {
        try (Journal agent = SqliteJournal.open(journal(), Clock.systemUTC())) {
            assertThat(agent.last()).isPresent();
            CommandRun run = run("withdraw", "1", "USDC", "--yes");
            assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
            assertThat(run.errLines()).singleElement().asString().endsWith("stop the agent first");
        }
    }

    @Test
    @Order(8)
    void anotherConfigurationThanTheJournalsIsRefusedUntilItIsAccepted() throws IOException {
        Path file = home.resolve("agent.yaml");
        Files.writeString(file, Files.readString(file) + "# a remark changes nothing\n");
        assertThat(run("reconcile", "--dry-run").exitCode()).isEqualTo(ExitCode.DONE);
        Files.writeString(file, Files.readString(file).replace("reconcile_every: 1}", "reconcile_every: 7}"));

        CommandRun refused = run("withdraw", "1", "USDC", "--yes");
        assertThat(refused.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(refused.errLines()).singleElement().asString().contains("(changed: agent)");
        CommandRun mistyped = run("reconcile", "--yes", "--accept-config", "all");
        assertThat(mistyped.exitCode()).isEqualTo(ExitCode.USAGE);

        String digits = refused.err().replaceAll("(?s).*--accept-config ([0-9a-f]{8}).*", "$1");
        assertThat(run("reconcile", "--yes", "--accept-config", digits).exitCode())
                .isEqualTo(ExitCode.DONE);
        assertThat(run("reconcile", "--yes").exitCode()).isEqualTo(ExitCode.DONE);
        try (JournalReader journal = SqliteJournalReader.open(journal())) {
            assertThat(journal.read(0)
                            .map(JournalEntry::event)
                            .filter(SessionStarted.class::isInstance)
                            .map(event -> ((SessionStarted) event).insteadOf().isPresent()))
                    .endsWith(true, false);
        }
    }

    private static Path journal() {
        return home.resolve("journal.db");
    }

    private static long count(Class<?> type) {
        try (JournalReader journal = SqliteJournalReader.open(journal())) {
            return journal.read(0)
                    .filter(entry -> type.isInstance(entry.event()))
                    .count();
        }
    }
}
