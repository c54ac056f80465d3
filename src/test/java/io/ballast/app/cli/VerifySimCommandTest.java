package io.ballast.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class VerifySimCommandTest {
    @TempDir
    private Path home;

    private Path file;

    @BeforeEach
    void writeTheDocumentedExample() throws IOException {
        String text = Files.readString(CommandRun.ROOT.resolve("docs/recorded-swaps.md"));
        file = home.resolve("swaps.json");
        Files.writeString(file, text.substring(text.indexOf("```json") + 7, text.lastIndexOf("```")));
    }

    @Test
    void needsNoNodeForARecordedFile() {
        CommandRun run = CommandRun.of("verify-sim", "--recorded", file.toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("2 amounts compared, 0 different");
    }

    @Test
    void namesThePoolThatDiffers() throws IOException {
        Files.writeString(file, Files.readString(file).replace("996", "997"));

        CommandRun run = CommandRun.of("verify-sim", "--recorded", file.toString());
        CommandRun json = CommandRun.of("verify-sim", "--recorded", file.toString(), "--format", "json");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains("DIFFERS pool 0x00000000000000000000000000000000000000c2: 1 of 1 amounts, by up to 1 wei");
        JsonNode document = JsonMapper.shared().readTree(json.out());
        assertThat(document.get("ok").booleanValue()).isFalse();
        assertThat(document.get("different").intValue()).isEqualTo(1);
    }

    @Test
    void writesItsErrorDownForBacktests() throws IOException {
        Files.writeString(file, Files.readString(file).replace("996", "997"));
        Path error = home.resolve("error.yaml");

        CommandRun run = CommandRun.of("verify-sim", "--recorded", file.toString(), "--write", error.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.errLines()).containsExactly("wrote " + error);
        // One unit of 997, rounded up at the fourth decimal.
        assertThat(error).content().contains("swaps: 2", "different: 1", "p99: 10.0301bps", "worst: 10.0301bps");
    }

    @Test
    void wantsOneSourceAndReadsOnlyItsOwnForm() throws IOException {
        assertThat(CommandRun.of("verify-sim").exitCode()).isEqualTo(2);
        Files.writeString(file, "{\"schema\": 1}");
        CommandRun broken = CommandRun.of("verify-sim", "--recorded", file.toString());
        assertThat(broken.exitCode()).isEqualTo(1);
        assertThat(broken.errLines()).hasSize(1);
    }
}
