package io.ballast.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.act.journal.JournalReader;
import io.ballast.act.journal.sqlite.SqliteJournalReader;
import io.ballast.agent.CycleOutcome;
import io.ballast.base.units.Keccak256;
import io.ballast.lab.devnet.DevnetAtHand;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The acceptance of the demo: two runs of one seed on the real contracts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoIT {
    private static final long SEED = 7;
    private static final int CYCLES = 20;

    private Path folder;
    private DemoSummary first;
    private DemoSummary second;
    private final List<String> stages = new ArrayList<>();

    @BeforeAll
    void runTwice(@TempDir Path home) {
        folder = home;
        DevnetAtHand.require();
        first = run("first");
        second = run("second");
    }

    @Test
    void minesAtLeastThreeSwapsAndAllSucceed() {
        assertThat(first.swaps()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(first.swaps()).allMatch(swap -> swap.status() == 1);
    }

    @Test
    void realisesTheQuoteToTheWeiOrNamesWhoCameBetween() {
        assertThat(first.swaps())
                .allSatisfy(swap -> assertThat(swap.amountOut().equals(swap.quotedOut())
                                || !swap.strangers().isEmpty())
                        .as("%s got %s of %s", swap.intentId(), swap.amountOut(), swap.quotedOut())
                        .isTrue())
                .allSatisfy(swap -> assertThat(new BigInteger(swap.amountOut()))
                        .isGreaterThanOrEqualTo(new BigInteger(swap.minOut())));
    }

    @Test
    void makesTheSameDecisionsForTheSameSeed() {
        assertThat(second.decisions()).isEqualTo(first.decisions());
        assertThat(second.balances()).isEqualTo(first.balances());
        assertThat(second.coins()).isEqualTo(first.coins());
        assertThat(second.nav()).isEqualTo(first.nav());
    }

    @Test
    void leavesNoAllowanceAndBalancedBooks() {
        assertThat(first.allowancesAtRest()).isEqualTo("0");
        assertThat(first.reconciled()).isTrue();
    }

    @Test
    void leavesAJournalThatVerifiesFromOutside() {
        try (JournalReader journal = SqliteJournalReader.open(first.journal().path())) {
            assertThat(journal.verify().ok()).isTrue();
            assertThat(journal.verify().entries()).isEqualTo(first.journal().entries());
        }
    }

    @Test
    void leavesNoKeyInAnyForm() throws IOException {
        byte[] key = Keccak256.digest(("ballast demo account " + SEED).getBytes(StandardCharsets.UTF_8));
        List<String> forms = List.of(
                HexFormat.of().formatHex(key),
                HexFormat.of().withUpperCase().formatHex(key),
                new BigInteger(1, key).toString(),
                java.util.Base64.getEncoder().encodeToString(key),
                new String(key, StandardCharsets.ISO_8859_1));
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String content = Files.readString(file, StandardCharsets.ISO_8859_1);
                forms.forEach(form -> assertThat(content).as("%s", file).doesNotContain(form));
            }
        }
        assertThat(String.join("\n", stages)).doesNotContain(forms.get(0));
        assertThat(first.toString()).doesNotContain(forms.get(0));
    }

    @Test
    void measuresItsLatencyBesideTheFloorOfTheSameRun() {
        assertThat(first.latency().samples()).isPositive();
        assertThat(first.latency().floorSamples()).isEqualTo(40);
        assertThat(first.latency().p50Micros()).isPositive();
        assertThat(first.latency().floorP50Micros()).isPositive();
    }

    private DemoSummary run(String name) {
        DemoOptions options = new DemoOptions(
                CYCLES, SEED, 0, folder.resolve(name), Path.of("").toAbsolutePath(), DevnetAtHand.home(), false);
        return new Demo().run(options, new Watching());
    }

    private final class Watching implements DemoListener {
        @Override
        public void stage(String what) {
            stages.add(what);
        }

        @Override
        public void cycle(int number, CycleOutcome outcome, DemoFrame frame) {
            stages.add(number + " " + outcome + " " + frame);
        }
    }
}
