package io.ballast.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Verbs that read the agent's configuration. */
class ConfigurationVerbsTest {
    private static final String FILE =
            CommandRun.ROOT.resolve("config/agent.yaml").toString();

    /** Nobody listens on port 1. */
    private static final Map<String, String> VARIABLES = Map.of(
            "BALLAST_ADDRESS", "0x9d8A62f656a8d1615C1294fd71e9CFb3E4855A4F",
            "RPC_A", "http://127.0.0.1:1/key-that-nobody-may-see",
            "RPC_B", "http://127.0.0.1:1/b");

    @TempDir
    Path home;

    @Test
    void showsWhatIsInForceAndKeepsSecretsToItself() {
        CommandRun run = run("show-config", "-c", FILE);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("# agent", "# strategy", "# network", "preset: conservative", "${RPC_A}");
        assertThat(run.out()).doesNotContain("key-that-nobody-may-see");
    }

    @Test
    void showsTheSameInJson() {
        CommandRun run = run("show-config", "-c", FILE, "--format", "json");

        JsonNode document = JsonMapper.shared().readTree(run.out());
        assertThat(document.propertyNames()).contains("agent", "strategy", "network", "digest");
        assertThat(run.out()).doesNotContain("key-that-nobody-may-see");
    }

    @Test
    void namesEveryProblemOnALineOfItsOwnWithExitCode2() {
        CommandRun run = CommandRun.in(home, Map.of(), "check", "-c", FILE);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errLines())
                .hasSize(3)
                .allSatisfy(line -> assertThat(line).matches("ballast: .*agent.yaml:\\d+:\\d+: .*"));
    }

    @Test
    void checksOnWhenNoNodeAnswers() {
        CommandRun run = run("check", "-c", FILE, "--format", "json");

        assertThat(run.exitCode()).isEqualTo(1);
        JsonNode document = JsonMapper.shared().readTree(run.out());
        assertThat(document.path("ok").booleanValue()).isFalse();
        assertThat(document.path("checks").findValuesAsString("what"))
                .contains("config", "rpc", "model", "signer", "journal");
        assertThat(run.out() + run.err()).doesNotContain("key-that-nobody-may-see");
    }

    @Test
    void refusesToTradeLiveWithoutAcceptance() throws IOException {
        CommandRun run = run("trade", "-c", live(), "--mode", "live", "--once");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--live-i-accept-the-risk");
    }

    @Test
    void refusesAModeThatDoesNotExist() {
        CommandRun run = run("trade", "-c", FILE, "--mode", "yolo");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errLines())
                .singleElement()
                .asString()
                .contains("--mode must be one of paper, ", "live", "was 'yolo'");
    }

    @Test
    void refusesToSignFromARecordingAndToTradeFromNone() throws IOException {
        CommandRun signing = run("trade", "-c", live(), "--mode", "canary", "--recording", home.toString());
        CommandRun none = run("trade", "-c", FILE, "--mode", "paper", "--recording", home.toString());

        assertThat(signing.exitCode()).isEqualTo(2);
        assertThat(signing.err()).contains("--recording needs --mode paper");
        assertThat(none.exitCode()).isNotZero();
        assertThat(none.errLines())
                .filteredOn(line -> line.startsWith("ballast: "))
                .singleElement()
                .asString()
                .contains("answers.jsonl.gz");
    }

    @Test
    void endsInOneLineWhenNoNodeAnswersATrade() {
        CommandRun run = run("trade", "-c", FILE, "--once");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.errLines())
                .filteredOn(line -> line.startsWith("ballast: "))
                .hasSize(1);
    }

    /** A configuration that could sign, if its keystore were one. */
    private String live() throws IOException {
        String text = Files.readString(Path.of(FILE))
                .replace("# keystore: /etc/ballast/main.json", "keystore: " + home.resolve("main.json"))
                .replace("# passphrase_file: /run/credentials/ballast/pass", "passphrase_file: " + home.resolve("pass"))
                .replace("# withdraw_to: \"0x...\"", "withdraw_to: \"0x3535353535353535353535353535353535353535\"")
                .replace("../.ballast/journal.db", home.resolve("journal.db").toString())
                .replace(
                        "account:",
                        "strategies_dir: " + CommandRun.ROOT.resolve("strategies") + "\nnetworks_dir: "
                                + CommandRun.ROOT.resolve("config/networks") + "\naccount:");
        for (String secret : new String[] {"main.json", "pass"}) {
            Files.createFile(
                    home.resolve(secret),
                    java.nio.file.attribute.PosixFilePermissions.asFileAttribute(
                            java.nio.file.attribute.PosixFilePermissions.fromString("rw-------")));
        }
        return Files.writeString(home.resolve("agent.yaml"), text).toString();
    }

    private CommandRun run(String... arguments) {
        return CommandRun.in(home, VARIABLES, arguments);
    }
}
