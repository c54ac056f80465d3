package io.ballast.sense.chain.anvil;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The shell that keeps anvil: it waits for the end of its standard input, which comes when this JVM closes the pipe or dies
 * in whatever way, {@code kill -9} included, and then stops anvil. Own session, so that Ctrl-C reaches only the JVM.
 */
final class Keeper {
    /** Marks the line that carries anvil's process id. */
    static final String PID = "ballast-anvil-pid ";

    // The shell lets go of its output, so that the end of the output means the end of anvil.
    private static final String RUN =
            "\"$@\" </dev/null & p=$!; echo \"" + PID + "$p\"; exec >/dev/null 2>&1; cat >/dev/null; ";
    private static final String KILL = "kill -9 $p; wait $p";
    // A state file is dumped on SIGTERM; a node that hangs gets five seconds for it.
    private static final String DUMP_AND_KILL = "kill -TERM $p; n=0; "
            + "while [ $n -lt 100 ] && kill -0 $p 2>/dev/null; do sleep 0.05; n=$((n+1)); done; "
            + KILL;

    private Keeper() {}

    static List<String> command(Path binary, AnvilOptions options) {
        List<String> line = new ArrayList<>(tool("setsid"));
        line.addAll(List.of("sh", "-c", RUN + (options.state().isPresent() ? DUMP_AND_KILL : KILL), "keeper"));
        if (!tool("setpriv").isEmpty()) {
            line.addAll(List.of("setpriv", "--pdeathsig", "KILL", "--"));
        }
        line.add(binary.toString());
        line.addAll(options.commandLine());
        return line;
    }

    /** The tool's name if this system has it; Linux has both, macOS neither. */
    private static List<String> tool(String name) {
        @Nullable String path = System.getenv("PATH");
        return Stream.of((path == null ? "" : path).split(File.pathSeparator))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)))
                ? List.of(name)
                : List.of();
    }
}
