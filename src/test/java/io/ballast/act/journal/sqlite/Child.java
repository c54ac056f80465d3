package io.ballast.act.journal.sqlite;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts {@link AppendLoop} in a JVM of its own. */
final class Child implements AutoCloseable {
    private final Process process;
    private final BufferedReader out;
    private final List<String> lines = new ArrayList<>();

    /** @param prefix shell text before the java command; empty for none */
    Child(String prefix, Path journal, int entries) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        process = new ProcessBuilder(
                        "sh",
                        "-c",
                        prefix + " exec \"$@\"",
                        "sh",
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-XX:-UsePerfData",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AppendLoop.class.getName(),
                        journal.toString(),
                        String.valueOf(entries))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        out = process.inputReader();
    }

    /** The next line, or null at the end. */
    String line() throws IOException {
        String line = out.readLine();
        if (line != null) {
            lines.add(line);
        }
        return line;
    }

    /** All lines to the end of the process. */
    List<String> rest() throws IOException {
        while (line() != null) {
            // Collected by line().
        }
        return lines;
    }

    /** SIGKILL; what was acknowledged until then is still read. */
    long killAndCountAcknowledged() throws IOException {
        // Not Process.destroyForcibly: it would close the pipe with what is still in it.
        process.toHandle().destroyForcibly();
        rest();
        return lines.stream()
                .filter(line -> line.matches("\\d+"))
                .mapToLong(Long::parseLong)
                .max()
                .orElse(0);
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
