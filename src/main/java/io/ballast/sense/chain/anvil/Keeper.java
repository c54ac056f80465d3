package io.ballast.sense.chain.anvil;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The shell that keeps anvil: it waits for the end of its standard input, which comes when this JVM closes the pipe or dies
 * in whatever way, {@code kill -9} included, then stops anvil and removes its scratch folder. Where {@code setsid} exists
 * both have a session of their own, so that Ctrl-C reaches only the JVM.
 */
final class Keeper {
    /** Marks the line that carries anvil's process id. */
    static final String PID = "ballast-anvil-pid ";

    // The shell lets go of its output, so that the end of the output means the end of anvil.
    private static final String RUN = "d=$1; shift; \"$@\" </dev/null & p=$!; echo \"" + PID + "$p\"; "
            + "exec >/dev/null 2>&1; cat >/dev/null; ";
    private static final String KILL = "kill -9 $p; wait $p; rm -rf -- \"$d\"";
    // A state file is dumped on SIGTERM; a node that hangs gets five seconds for it.
    private static final String DUMP_AND_KILL = "kill -TERM $p; n=0; "
            + "while [ $n -lt 100 ] && kill -0 $p 2>/dev/null; do sleep 0.05; n=$((n+1)); done; "
            + KILL;

    private Keeper() {}

    /**
     * @param scratch folder for states that anvil moves out of its memory
     */
    static List<String> command(SearchPath path, Path binary, AnvilOptions options, Path scratch) {
        List<String> line = new ArrayList<>();
        path.find("setsid").ifPresent(setsid -> line.add(setsid.toString()));
        String script = RUN + (options.state().isPresent() ? DUMP_AND_KILL : KILL);
        line.addAll(List.of("sh", "-c", script, "keeper", scratch.toString()));
        // Should the shell itself be killed.
        path.find("setpriv")
                .ifPresent(setpriv -> line.addAll(List.of(setpriv.toString(), "--pdeathsig", "KILL", "--")));
        line.add(binary.toString());
        line.addAll(options.commandLine());
        line.addAll(List.of("--cache-path", scratch.toString()));
        return line;
    }
}
