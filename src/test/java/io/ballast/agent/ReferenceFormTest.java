package io.ballast.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.ballast.base.config.ConfigException;
import io.ballast.base.config.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The form in which traders were promised to write is the form that is read. */
class ReferenceFormTest {
    private static final Path PAGE = ProjectFiles.ROOT.resolve("../shared/reference/config.md");
    private static final String ADDRESS = "0x627306090abaB3A6e1400e9345bC60c78a8BEf57";
    private static final String OTHER = "0xf17f52151EbEF6C7334FAD080c5704D77216b732";

    @TempDir
    Path directory;

    @BeforeEach
    void layOut() throws IOException {
        boolean there = Files.exists(PAGE);
        if (!there && "true".equals(System.getenv("CI"))) {
            throw new AssertionError("the reference page is missing: " + PAGE);
        }
        assumeTrue(there, "SKIPPED: the reference page is not at hand: " + PAGE);
        List<String> blocks = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(PAGE))
                .results()
                .map(found -> found.group(1))
                .toList();
        String pin = "  sha256: " + "ab".repeat(32) + "\n";
        write(
                "strategies/core4.yaml",
                blocks.get(0).replaceFirst("(?m)^  role:", Matcher.quoteReplacement(pin) + "  role:"));
        write(
                "config/agent.yaml",
                blocks.get(1).replaceFirst("\"0x…\"", '"' + ADDRESS + '"').replaceFirst("\"0x…\"", '"' + OTHER + '"'));
        Path network = ProjectFiles.ROOT.resolve("config/networks/arbitrum.yaml");
        write("config/networks/arbitrum.yaml", Files.readString(network));
    }

    @Test
    void thePromisedFilesLoadOnPaperAndSayWhatHasNoEffectYet() {
        AgentConfiguration configuration = load(Optional.empty());

        assertThat(configuration.warnings())
                .extracting(Problem::path)
                .containsExactlyInAnyOrder("capital.ramp", "accounting", "notify");
        assertThat(configuration.strategy().scorer().model()).isPresent();
    }

    @Test
    void thePromisedFilesAreRefusedLiveForTheirSafetyKeys() {
        assertThatThrownBy(() -> load(Optional.of(Mode.LIVE)))
                .isInstanceOfSatisfying(
                        ConfigException.class,
                        e -> assertThat(e.problems())
                                .filteredOn(p -> p.isError() && p.message().contains("cannot protect real money"))
                                .extracting(Problem::path)
                                .containsExactlyInAnyOrder("capital.ramp", "notify"));
    }

    private AgentConfiguration load(Optional<Mode> mode) {
        return new AgentLoader(ProjectFiles.loader()).load(directory.resolve("config/agent.yaml"), mode);
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(directory.resolve(name).getParent());
        Files.writeString(directory.resolve(name), text);
    }
}
