package io.ballast.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.base.config.ConfigException;
import io.ballast.base.config.Problem;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What came from the environment is shown in no form. */
class SecretsTest {
    private static final String SECRET = "s3cr3tKeyOfTheNode";

    @TempDir
    Path directory;

    @Test
    void showsThePlaceholderAndNotTheValue() {
        AgentConfiguration configuration = new ConfigSandbox(directory).load();

        assertThat(configuration.settings().nodes().get(0).reveal().toString()).contains(SECRET);
        assertThat(configuration.toString()).contains("${RPC_A}").doesNotContain(SECRET);
        assertThat(configuration.shown().get("agent").yaml())
                .contains("- \"${RPC_A}\"")
                .doesNotContain(SECRET);
        assertThat(configuration.shown().get("agent").json())
                .contains("${RPC_A}")
                .doesNotContain(SECRET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mode: ${RPC_A}",
                "journal: {a: \"${RPC_A}\"}",
                "gas: {reserve: \"${RPC_A}\"}",
                "limits: {max_trades_per_day: \"${RPC_A}\", depeg: {USDC: \"${RPC_A}\"}}",
                "notify: {telegram: {token_file: \"${RPC_A}\", chat: \"${RPC_A}\"}, heartbeat: \"x${RPC_A}\"}",
                "strategies: [\"${RPC_A}\"]",
                "account: {address: \"${RPC_A}\"}",
                "prices: {nav: [\"${RPC_A}\"], max_deviation: \"${RPC_A}\"}"
            })
    void noProblemRepeatsAValueFromTheEnvironment(String line) {
        ConfigSandbox sandbox = new ConfigSandbox(directory);
        String key = line.substring(0, line.indexOf(':') + 1);
        String text = ConfigSandbox.original(ConfigSandbox.AGENT);
        String kept = text.replaceAll("(?m)^" + key + ".*\\n(  .*\\n)*", "");
        sandbox.write(ConfigSandbox.AGENT, (kept + line + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));

        try {
            AgentConfiguration configuration = sandbox.load();
            assertThat(configuration.warnings()).extracting(Problem::toString).noneMatch(SecretsTest::leaks);
            assertThat(configuration.shown().get("agent").yaml()).doesNotContain(SECRET);
        } catch (ConfigException e) {
            assertThat(e.getMessage()).satisfies(m -> assertThat(leaks(m)).isFalse());
        }
    }

    @Test
    void aKeyWrittenInClearIsRefusedWithoutBeingRepeated() {
        String key = "0123456789abcdef0123456789abcdef";
        ConfigSandbox sandbox =
                new ConfigSandbox(directory).edit(ConfigSandbox.AGENT, "${RPC_A}", "https://rpc.example/v2/" + key);

        assertThat(sandbox.problems(Optional.empty()))
                .singleElement()
                .asString()
                .contains("key in clear")
                .doesNotContain(key);
    }

    private static boolean leaks(String text) {
        return text.toLowerCase(Locale.ROOT).contains(SECRET.toLowerCase(Locale.ROOT));
    }
}
