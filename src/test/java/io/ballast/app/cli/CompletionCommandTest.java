package io.ballast.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class CompletionCommandTest {

    @TempDir
    Path folder;

    @Test
    void printsAScriptThatBashCanRead() throws Exception {
        Path script = script();

        assertThat(bash("-n", script.toString())).isEmpty();
    }

    @Test
    void completesVerbsAndOptions() throws Exception {
        Path script = script();

        assertThat(completions(script, "ballast comp")).containsExactly("completion");
        assertThat(completions(script, "ballast completion --fo")).containsExactly("--format");
        assertThat(completions(script, "ballast completion --format j")).containsExactly("json");
    }

    @Test
    void worksInZshThroughItsBashEmulation() throws Exception {
        assertThat(Files.readString(script())).contains("bashcompinit");
    }

    @Test
    void givesTheSameScriptInJson() {
        CommandRun run = CommandRun.of("completion", "--format", "json");

        String script = JsonMapper.shared().readTree(run.out()).path("script").stringValue();
        assertThat(script).isEqualToIgnoringNewLines(CommandRun.of("completion").out());
    }

    private Path script() throws IOException {
        CommandRun run = CommandRun.of("completion");
        assertThat(run.exitCode()).isZero();
        return Files.writeString(folder.resolve("completion"), run.out());
    }

    /** What bash offers for the last word of a line. */
    private static String[] completions(Path script, String line) throws Exception {
        String[] words = line.split(" ");
        String program =
                "compopt() { :; }; . " + script + "; COMP_LINE='" + line + "'; COMP_WORDS=(" + line + "); COMP_CWORD="
                        + (words.length - 1) + "; COMP_POINT=" + line.length()
                        + "; _complete_ballast; printf '%s\\n' \"${COMPREPLY[@]}\"";
        return bash("-c", program).strip().split("\\s+");
    }

    private static String bash(String... arguments) throws Exception {
        String[] command = new String[arguments.length + 1];
        command[0] = "bash";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
