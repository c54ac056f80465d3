package io.ballast.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ballast.lab.backtest.replay.RecordedProject;
import io.ballast.sense.chain.json.ChainRecorder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** {@code ballast backtest} over recorded pools: from a store that a download could have left to what it prints. */
class EventsVerbTest {
    private static final String DAY = "2024-01-02..2024-01-03";
    /** Two things that do not touch each other: a run takes longest of all here. */
    private static final String ATTACKED_AND_DEAR = "delay: 1 block, sandwich: worst-case, gas: {base_fee: 3.1 gwei}";

    @TempDir
    private static Path home;

    private static RecordedProject project;
    private static int runs;

    @BeforeAll
    static void record() {
        project = new RecordedProject(home, Instant.parse("2023-12-31T00:00:00Z"));
        project.record(11, Duration.ofHours(73));
    }

    private static CommandRun run(Path scenario, String... more) {
        // As if each were the first try.
        Path trials = home.resolve("trials-" + runs++ + ".tsv");
        return CommandRun.of(Stream.concat(
                        Stream.of("backtest", scenario.toString(), "--trials", trials.toString()), Stream.of(more))
                .toArray(String[]::new));
    }

    private static final Map<String, JsonNode> RESULTS = new HashMap<>();

    private static JsonNode result(String fills) {
        return RESULTS.computeIfAbsent(fills, EventsVerbTest::fresh);
    }

    private static JsonNode fresh(String fills) {
        Path report = home.resolve("report.html");
        CommandRun run = run(project.scenario(DAY, fills), "--format", "json", "--report", report.toString());
        assertThat(run.exitCode()).as(run.err()).isZero();
        return new ObjectMapper().readTree(run.out());
    }

    private static List<JsonNode> trades(JsonNode result) {
        return result.get("trades").valueStream().toList();
    }

    private static double sum(JsonNode result, String cost) {
        return trades(result).stream()
                .mapToDouble(trade -> trade.get("costs").get(cost).asDouble())
                .sum();
    }

    @Test
    void tradesAmongTheOthersAndSaysWhatItCost() {
        JsonNode result = result("delay: 1 block");

        assertThat(result.get("fills").asString()).isEqualTo("events");
        assertThat(result.get("data").get("grade").asString()).isEqualTo("A");
        assertThat(result.get("data").get("notes").toString())
                .containsPattern("recorded changes, [1-9][0-9]* computed again after orders of ours");
        assertThat(trades(result))
                .hasSizeGreaterThan(2)
                .allMatch(trade -> !trade.get("failed").asBoolean());
        JsonNode costs = result.get("costs");
        double total = 0;
        for (String cause : List.of("fee", "impact", "gas", "delay", "mev", "basis")) {
            assertThat(costs.get(cause).asDouble()).as(cause).isCloseTo(sum(result, cause), within(1e-9));
            total += sum(result, cause);
        }
        assertThat(costs.get("total").asDouble()).isCloseTo(total, within(1e-9));
        assertThat(costs.get("fee").asDouble()).isPositive();
        // An allowance and a swap at 1.5 to 1.6 gwei and a tip of 0.1, with the coin at some 2,000 USD.
        assertThat(costs.get("gas").asDouble() / trades(result).size()).isBetween(0.4, 1.2);
    }

    @Test
    void theSameRunAgainIsTheSameResultAndAnotherScenarioAnother() throws IOException {
        String first = result("delay: 1 block").toString();

        assertThat(fresh("delay: 1 block").toString()).isEqualTo(first);
        assertThat(home.resolve("report.html"))
                .content()
                .contains("Recorded pools, with these swaps among those of others,");
        assertThat(result("delay: 11 blocks").get("hashes").toString())
                .isNotEqualTo(result("delay: 1 block").get("hashes").toString());
    }

    @Test
    void theWorstSandwichTakesAllThatTheLeastAmountsAllow() {
        JsonNode alone = result("delay: 1 block");
        JsonNode attacked = result(ATTACKED_AND_DEAR);

        assertThat(sum(alone, "mev")).isZero();
        assertThat(sum(attacked, "mev")).isPositive();
        JsonNode first = trades(attacked).getFirst();
        assertThat(first.get("amountIn")).isEqualTo(trades(alone).getFirst().get("amountIn"));
        assertThat(Double.parseDouble(first.get("amountOut").asString()))
                .isLessThan(Double.parseDouble(
                        trades(alone).getFirst().get("amountOut").asString()));
    }

    private static double gasOfOne(JsonNode result) {
        return sum(result, "gas") / trades(result).size();
    }

    @Test
    void gasIsPaidAtThePriceThatTheScenarioGives() {
        double recorded = gasOfOne(result("delay: 1 block"));
        double dear = gasOfOne(result(ATTACKED_AND_DEAR));

        assertThat(dear / recorded).isBetween(1.5, 2.5);
    }

    @Test
    void ordersThatComeTooLateFailAndArePaidFor() {
        JsonNode late = result("delay: 11 blocks");

        assertThat(trades(late))
                .isNotEmpty()
                .allMatch(trade -> trade.get("failed").asBoolean());
        assertThat(sum(late, "fee")).isZero();
        assertThat(sum(late, "gas")).isPositive();
        assertThat(trades(late))
                .allMatch(trade -> trade.get("amountOut").asString().equals("0"));
    }

    @Test
    void noDecisionKnowsWhatWasRecordedAfterIt() {
        CommandRun run = CommandRun.of(
                "lookahead-analysis", project.scenario(DAY, "delay: 1 block").toString(), "--cuts", "1");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.outLines())
                .first()
                .asString()
                .endsWith(" · 12 decisions · 1 cuts, each with another future and with none");
        assertThat(run.outLines()).last().asString().startsWith("HELD: ");
        assertThat(run.errLines()).containsExactly("cut 1 of 1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2023-12-30..2024-01-02 | delay: 1 block | 'begins on 2023-12-31T00:00:00Z, the period starts on 2023-12-30T00:00:00Z'
            2024-01-02..2024-01-04 | delay: 1 block | 'is recorded without a gap until 2024-01-03T01:00:00Z (block 1021900), the period ends on 2024-01-04T00:00:00Z'
            2024-01-02..2024-01-03 | delay: 0 blocks | 'fills.delay: is no block at all'
            2024-01-02..2024-01-03 | delay: 600 blocks | 'fills.delay: is a whole bar or more'
            2024-01-02..2024-01-03 | cost: 5bps | 'fills.cost: has no meaning with model: events'
            """)
    void refusesInOneLine(String period, String fills, String reason) {
        CommandRun run = run(project.scenario(period, fills));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errLines()).hasSize(1).first().asString().contains(reason);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void refusesAStoreThatIsEmptyOrLacksAPool() throws IOException {
        Path scenario = project.scenario(DAY, "delay: 1 block");
        String text = Files.readString(scenario);
        Path empty = project.write("backtests/empty.yaml", text.replace("data/pools", "data/none"));
        Path unknown = project.write(
                "backtests/unknown.yaml",
                text.replace("store: data/pools", "store: data/pools, only: [\"0x" + "2d".repeat(20) + "\"]"));
        project.writeWithAPoolMore("more");
        Path more = project.write("backtests/more.yaml", text.replace("strategy: halves", "strategy: more"));

        assertThat(run(empty).errLines())
                .singleElement()
                .asString()
                .endsWith("data/none/sample: holds no recorded pools: 'ballast data download' records them");
        assertThat(run(unknown).errLines())
                .hasSize(1)
                .first()
                .asString()
                .contains("data.pools.only[0]: \"0x2d")
                .endsWith("is no pool that the strategy trades in on sample");
        CommandRun lacking = run(more);
        assertThat(lacking.exitCode()).isEqualTo(2);
        assertThat(lacking.errLines())
                .singleElement()
                .asString()
                .contains("has no recorded events of pool 0x2e")
                .contains("(v3 WETH/USDC), in which the strategy trades");
    }

    @Test
    void refusesTheRecordingOfARunThatWasKilled() throws IOException {
        Path answers = home.resolve("data/pools/answers.jsonl.gz");
        Path scenario = project.scenario(DAY, "delay: 1 block");
        CommandRun run;
        try (ChainRecorder recorder = new ChainRecorder(answers, () -> Instant.EPOCH)) {
            recorder.cycle();
            run = run(scenario);
        } finally {
            Files.deleteIfExists(answers);
        }

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errLines())
                .singleElement()
                .asString()
                .endsWith(
                        "answers.jsonl.gz: the recording was not ended: its run was killed or failed, and what is there"
                                + " is not the whole of it");
    }

    @Test
    void tradesInThePoolsThatAreNamedAlone() throws IOException {
        Path scenario = project.scenario(DAY, "delay: 1 block");
        String named = "store: data/pools, only: [\"0x" + "2a".repeat(20) + "\"]";
        Path one =
                project.write("backtests/one.yaml", Files.readString(scenario).replace("store: data/pools", named));

        CommandRun run = run(one, "--format", "json");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("\"sold\"");
    }

    @Test
    void refusesAGapInsideOfThePeriod(@TempDir Path other) throws IOException {
        RecordedProject torn = new RecordedProject(other, Instant.parse("2024-01-01T00:00:00Z"));
        torn.record(6, Duration.ofHours(30));
        try (Stream<Path> files = Files.walk(other.resolve("data/pools"))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".logs.parquet"))
                    .sorted()
                    .skip(1)
                    .toList()) {
                Files.delete(file);
            }
        }

        CommandRun run = run(torn.scenario(DAY, "delay: 1 block"));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errLines()).singleElement().asString().contains("is recorded without a gap until 2024-01-01T1");
    }
}
